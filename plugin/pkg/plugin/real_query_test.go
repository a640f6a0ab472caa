package plugin

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// busyMorning is four calls and a shift of 2026-11-01, 00:00 to 03:00 UTC.
func busyMorning(t *testing.T) tenant {
	t.Helper()
	made := theService(t).tenant(t)
	at := func(minutes int) time.Time { return rangeFrom.Add(time.Duration(minutes) * time.Minute) }
	iso := func(minutes int) string { return at(minutes).Format(time.RFC3339) }
	made.deliver(t,
		call(at(5), "answered", map[string]any{"id": "first", "queue": "sales", "talkSeconds": 60}),
		call(at(10), "busy", map[string]any{"queue": "sales"}),
		call(at(125), "answered", map[string]any{"queue": "support", "talkSeconds": 20}),
		call(at(179), "missed", nil),
		call(at(180), "answered", map[string]any{"queue": "sales"}),
		map[string]any{"kind": "presence", "operator": "ann", "state": "online", "startedAt": iso(30), "endedAt": iso(60)},
		map[string]any{"kind": "presence", "operator": "ann", "state": "paused", "startedAt": iso(60), "endedAt": iso(90)},
	)
	return made
}

func TestAnnotationsOfTheServiceArrive(t *testing.T) {
	made := theService(t).tenant(t)
	made.service.call(t, http.MethodPost, "/api/v1/annotations", made.adminKey, map[string]any{
		"time": "2026-11-01T01:00:00Z", "timeEnd": "2026-11-01T02:00:00Z", "text": "Carrier outage", "tags": []string{"incident", "carrier"},
	})
	frame := made.frame(t, `{"tag":"incident"}`, func(req *backend.QueryDataRequest) { req.Queries[0].QueryType = annotationsQuery })
	want := map[string][]any{
		"time": {"2026-11-01 01:00:00"}, "timeEnd": {"2026-11-01 02:00:00"},
		"text": {"Carrier outage"}, "tags": {"incident,carrier"},
	}
	if diff := cmp.Diff(want, columns(frame)); diff != "" {
		t.Errorf("columns differ (-want +got):\n%s", diff)
	}
}

func TestADayBeginsInTheZoneOfTheQuery(t *testing.T) {
	made := busyMorning(t)
	// 00:05 UTC is the morning of the day before in New York and of the same day in Moscow, the tenant's zone.
	for zone, day := range map[string]string{"America/New_York": "2026-10-31 04:00:00", "Europe/Moscow": "2026-10-31 21:00:00", "": "2026-10-31 21:00:00"} {
		got := columns(made.frame(t, `{"metrics":["calls"],"interval":"1d","timeZone":"`+zone+`"}`))
		if len(got["time"]) == 0 || got["time"][0] != day {
			t.Errorf("%q: the first day begins at %v, want %s", zone, got["time"], day)
		}
	}
}

func TestMistakesAreSaidByTheServiceItself(t *testing.T) {
	made := busyMorning(t)
	downstream := backend.ErrorSourceDownstream
	wantError(t, made.ask(t, `{"metrics":["cals"]}`), "There is no metric “cals”: did you mean “calls”?", backend.StatusBadRequest, downstream)
	wantError(t, made.ask(t, `{"metrics":["calls"],"filters":[{"key":"queu","operator":"=","values":["sales"]}]}`),
		"There is no dimension “queu”: did you mean “queue”?", backend.StatusBadRequest, downstream)
	wantError(t, made.ask(t, `{"metrics":"calls","schemaVersion":1}`),
		"The query is not understood: metrics invalid input: expected array, received string.", backend.StatusBadRequest, downstream)
	both := ask(t, &backend.QueryDataRequest{PluginContext: made.source(), Queries: []backend.DataQuery{
		saved("A", `{"metrics":["cals"]}`), saved("B", `{"metrics":["calls"],"format":"single"}`),
	}})
	if both["A"].Error == nil || both["B"].Error != nil || columns(both["B"].Frames[0])["calls"][0] != 4.0 {
		t.Errorf("A: %v, B: %v", both["A"].Error, both["B"].Error)
	}
}

func TestAWrongKeyIsSaidByEveryCall(t *testing.T) {
	made := theService(t).tenant(t)
	for name, c := range map[string]struct {
		key, text string
		status    backend.Status
	}{
		"unknown key": {"swb_nobody", "The service refuses the API key.", backend.StatusUnauthorized},
		"ingest key":  {made.inKey, "This needs a key with the scope read.", backend.StatusForbidden},
	} {
		t.Run(name, func(t *testing.T) {
			source := dataSource(made.service.url, withSecrets(map[string]string{"apiKey": c.key}))
			got := ask(t, &backend.QueryDataRequest{PluginContext: source, Queries: []backend.DataQuery{saved("A", anyQuery)}})["A"]
			if got.Error == nil || !strings.HasPrefix(got.Error.Error(), c.text) || !strings.Contains(got.Error.Error(), "error id") {
				t.Errorf("error = %v", got.Error)
			}
			if got.Status != c.status || got.ErrorSource != backend.ErrorSourceDownstream {
				t.Errorf("status %d of %s", got.Status, got.ErrorSource)
			}
			if healthy, _ := checkHealth(t, source); healthy.Status != backend.HealthStatusError {
				t.Errorf("health: %s", healthy.Message)
			}
			if status, body := callResource(t, source, http.MethodGet, "catalogue"); status != int(c.status) && status != http.StatusBadRequest {
				t.Errorf("resource: %d %v", status, body)
			}
		})
	}
}

func TestSavedSettingsCountAtOnce(t *testing.T) {
	made := busyMorning(t)
	source := dataSource(made.service.url, withSecrets(map[string]string{"apiKey": "swb_nobody"}))
	single := []backend.DataQuery{saved("A", `{"metrics":["calls"],"format":"single"}`)}
	if got := ask(t, &backend.QueryDataRequest{PluginContext: source, Queries: single})["A"]; got.Status != backend.StatusUnauthorized {
		t.Errorf("with a wrong key: %v", got.Error)
	}
	source.DataSourceInstanceSettings.DecryptedSecureJSONData["apiKey"] = made.readKey
	source.DataSourceInstanceSettings.Updated = time.Now()
	if got := ask(t, &backend.QueryDataRequest{PluginContext: source, Queries: single})["A"]; got.Error != nil {
		t.Errorf("with the right key: %v", got.Error)
	}
}

func TestTheServiceIsHealthy(t *testing.T) {
	made := theService(t).tenant(t)
	fresh, _ := checkHealth(t, made.source())
	if fresh.Status != backend.HealthStatusOk || !strings.Contains(fresh.Message, "Connected as tenant "+made.slug+" (read), no event yet, service ") {
		t.Errorf("%v %s", fresh.Status, fresh.Message)
	}
	made.deliver(t, call(time.Now().Add(-3*time.Minute), "answered", nil))
	got, details := checkHealth(t, made.source())
	if got.Status != backend.HealthStatusOk || !strings.Contains(got.Message, "last event 3 min ago") {
		t.Errorf("%v %s", got.Status, got.Message)
	}
	if details["timeZone"] != "Europe/Moscow" || details["weekStart"] != "monday" {
		t.Errorf("details = %v", details)
	}
}

func TestResourcesOfTheServiceArrive(t *testing.T) {
	made := busyMorning(t)
	status, catalogue := callResource(t, made.source(), http.MethodGet, "catalogue")
	metrics, _ := catalogue["metrics"].([]any)
	if status != http.StatusOK || len(metrics) < 50 {
		t.Errorf("catalogue: %d with %d metrics", status, len(metrics))
	}
	status, answer := callResource(t, made.source(), http.MethodGet,
		"dimensions/queue/values?from=2026-11-01T00:00:00Z&to=2026-11-01T01:00:00Z&search=sa")
	values, _ := answer["values"].([]any)
	if status != http.StatusOK || len(values) != 1 {
		t.Fatalf("values: %d %v", status, answer)
	}
	if first, _ := values[0].(map[string]any); first["value"] != "sales" {
		t.Errorf("value = %v", values[0])
	}
}

func TestTheServiceAnswersAHundredQuestionsAtOnce(t *testing.T) {
	const questions = 100
	made := busyMorning(t)
	source := made.source()
	var running sync.WaitGroup
	for number := range questions {
		running.Go(func() {
			query := fmt.Sprintf(`{"metrics":["calls"],"format":"single","minDenominator":%d}`, number)
			got := ask(t, &backend.QueryDataRequest{PluginContext: source, Queries: []backend.DataQuery{saved("A", query)}})["A"]
			if got.Error != nil || columns(got.Frames[0])["calls"][0] != 4.0 {
				t.Errorf("question %d: %v", number, got.Error)
			}
		})
	}
	running.Wait()
	idle := func() int {
		rows := made.service.sql(t, `select count(*)::int4 as n from pg_stat_activity
			where state is distinct from 'idle' and backend_type = 'client backend' and pid <> pg_backend_pid()`)
		n, _ := rows[0]["n"].(float64)
		return int(n)
	}
	if n := eventually(0, 10*time.Second, idle); n > 0 {
		t.Errorf("%d connections of the service are busy with nothing", n)
	}
}
