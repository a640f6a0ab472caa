package plugin

import (
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// Every way to write a variable, each where a board may have one, beside settings that have none and stay.
const withVariables = `{"schemaVersion":1,"timeZone":"[[zone]]","format":"time_series","interval":"$step","cumulative":"$sum",
	"metrics":["calls","$metric",{"id":"service_level","as":"sl","params":{"threshold":"$threshold","shortAbandon":5},
		"filters":[{"key":"trunk","operator":"=","values":["${trunk}"]},{"key":"queue","operator":"=","values":["sales"]}]}],
	"groupBy":["channel","${dimension:raw}"],"top":{"by":"$metric","limit":3},
	"filters":[{"key":"queue","operator":"=|","values":["sales","[[queue:csv]]"]},{"key":"$key","operator":"=","values":["x"]},
		{"key":"operator","operator":"=~","values":["(${operator:regex})-.*"]},{"key":"group","operator":"!=","value":"$group"},
		{"key":"customer","operator":"=|","values":["$5","a$b","US$","[[","${2}"]},{"key":"status","operator":"=~","values":["busy$|^no$"]}]}`

func TestWhatVariablesWouldDecideIsLeftOutWithAWord(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "notices")))
	got := askOne(t, fake.URL, withVariables, withJSON(`{"timeZone":"Asia/Tokyo"}`))
	body := sent(t, fake)
	want := map[string]any{
		"refId": "A", "schemaVersion": 1.0, "format": "time_series", "maxDataPoints": 500.0, "fromAlert": false,
		"from": "2026-11-01T00:00:00Z", "to": "2026-11-01T03:00:00Z",
		"metrics": []any{"calls", map[string]any{
			"id": "service_level", "as": "sl", "params": map[string]any{"shortAbandon": 5.0},
			"filters": []any{map[string]any{"key": "queue", "operator": "=", "values": []any{"sales"}}},
		}},
		"groupBy": []any{"channel"}, "top": map[string]any{"limit": 3.0},
		"filters": []any{
			map[string]any{"key": "customer", "operator": "=|", "values": []any{"$5", "a$b", "US$", "[[", "${2}"}},
			map[string]any{"key": "status", "operator": "=~", "values": []any{"busy$|^no$"}},
		},
	}
	queries, _ := body["queries"].([]any)
	if diff := cmp.Diff(want, queries[0]); diff != "" || body["timeZone"] != "Asia/Tokyo" {
		t.Errorf("zone %v, query differs (-want +got):\n%s", body["timeZone"], diff)
	}
	if got.Error != nil || len(got.Frames) != 1 || len(got.Frames[0].Meta.Notices) != 3 {
		t.Fatalf("error %v, %d frames", got.Error, len(got.Frames))
	}
	word := data.Notice{Severity: data.NoticeSeverityInfo, Text: "Left out, since nothing fills it in here: " +
		"$group, $key, $metric, $step, $sum, $threshold, ${dimension:raw}, ${operator:regex}, ${trunk}, [[queue:csv]], [[zone]]."}
	if diff := cmp.Diff(word, got.Frames[0].Meta.Notices[2]); diff != "" {
		t.Errorf("notice differs (-want +got):\n%s", diff)
	}
}

func TestAMetricThatNobodyChoseIsAnErrorAlone(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	for _, metrics := range []string{`"$metric"`, `["$metric"]`, `[{"id":"$metric","as":"m"}]`} {
		got := ask(t, &backend.QueryDataRequest{PluginContext: dataSource(fake.URL), Queries: []backend.DataQuery{
			saved("A", anyQuery), saved("B", `{"metrics":`+metrics+`}`),
		}})
		if got["A"].Error != nil || len(got["A"].Frames) != 1 || len(got["A"].Frames[0].Meta.Notices) != 0 {
			t.Errorf("A: %v", got["A"].Error)
		}
		wantError(t, got["B"], "The metric is a variable, and nothing fills it in here.", backend.StatusBadRequest, backend.ErrorSourceDownstream)
	}
}

func TestARuleWithVariablesIsRefused(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", `{}`))
	for query, text := range map[string]string{
		`{"metrics":["calls"],"filters":[{"key":"queue","operator":"=","values":["$queue"]}]}`: "An alert rule has no variables: $queue.",
		`{"metrics":[{"id":"service_level","params":{"threshold":"${threshold}"}}],"cumulative":"$sum"}`: "An alert rule has no variables: " +
			"$sum, ${threshold}.",
		`{"metrics":["$metric"]}`: "An alert rule has no variables: $metric.",
	} {
		got := ask(t, &backend.QueryDataRequest{
			PluginContext: dataSource(fake.URL), Headers: map[string]string{"FromAlert": "true"},
			Queries: []backend.DataQuery{saved("A", query)},
		})["A"]
		wantError(t, got, text, backend.StatusBadRequest, backend.ErrorSourceDownstream)
	}
	if n := len(fake.seen()); n != 0 {
		t.Errorf("the service got %d requests", n)
	}
}

// An externally shared dashboard asks as its panel was saved: with every variable at All, as a reader sees it at first.
func TestSharedBoardsSeeWhatAllAndTheDefaultsSee(t *testing.T) {
	made := busyMorning(t)
	for shared, all := range map[string]string{
		`{"metrics":["calls"],"groupBy":["queue"],"format":"table","withCustomerMessages":"$customer_messages",
			"filters":[{"key":"queue","operator":"=|","values":["$queue"]},{"key":"status","operator":"=|","values":["answered"]}]}`: `{"metrics":["calls"],
			"groupBy":["queue"],"format":"table","filters":[{"key":"status","operator":"=|","values":["answered"]}]}`,
		`{"metrics":[{"id":"service_level","params":{"threshold":"$threshold"}}],"format":"single"}`: `{"metrics":["service_level"],"format":"single"}`,
		`{"metrics":["calls"],"format":"facts","columns":["id"],"part":"$part"}`:                     `{"metrics":["calls"],"format":"facts","columns":["id"]}`,
	} {
		got, want := made.frame(t, shared), made.frame(t, all)
		if diff := cmp.Diff(columns(want), columns(got)); diff != "" {
			t.Errorf("%s differs from All (-all +shared):\n%s", shared, diff)
		}
		if notices := len(got.Meta.Notices) - len(want.Meta.Notices); notices != 1 {
			t.Errorf("%d notices more than All", notices)
		}
	}
	rows := columns(made.frame(t, `{"metrics":["calls"],"groupBy":["queue"],"format":"table","filters":[{"key":"queue","operator":"=","values":["$queue"]}]}`))
	if diff := cmp.Diff(map[string]any{"sales": 2.0, "support": 1.0, "": 1.0}, byLabel(rows, "queue", "calls")); diff != "" {
		t.Errorf("calls differ (-want +got):\n%s", diff)
	}
	rule := made.ask(t, `{"metrics":["calls"],"filters":[{"key":"queue","operator":"=","values":["$queue"]}]}`, fromAlert)
	wantError(t, rule, "An alert rule has no variables: $queue.", backend.StatusBadRequest, backend.ErrorSourceDownstream)
}
