package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// sent decodes the body of the only request that the service got.
func sent(t *testing.T, fake *fakeService) map[string]any {
	t.Helper()
	requests := fake.seen()
	if len(requests) != 1 {
		t.Fatalf("the service got %d requests, want 1", len(requests))
	}
	var body map[string]any
	if err := json.Unmarshal(requests[0].body, &body); err != nil {
		t.Fatal(err)
	}
	return body
}

func TestQueriesOfDifferentZonesAreAskedApart(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "one-error")))
	got := ask(t, &backend.QueryDataRequest{
		PluginContext: dataSource(fake.URL+"/behind/a/proxy/", withJSON(`{"weekStart":"sunday"}`)),
		Queries: []backend.DataQuery{
			saved("A", `{"refId":"A","datasource":{"uid":"ds"},"intervalMs":1000,"key":"Q-1","timeZone":"Europe/Moscow",
				"schemaVersion":1,"metrics":[{"id":"calls","as":"c"}],"interval":"auto","filters":[{"key":"status","operator":"=|","values":["busy"]}]}`),
			saved("B", `{"refId":"B","metrics":["cals"]}`),
		},
	})
	if len(fake.seen()) != 2 {
		t.Fatalf("the service got %d requests, want 2", len(fake.seen()))
	}
	first := fake.seen()[0]
	if first.method != http.MethodPost || first.path != "/behind/a/proxy/api/v1/query" {
		t.Errorf("%s %s", first.method, first.path)
	}
	var body map[string]any
	if err := json.Unmarshal(first.body, &body); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"timeZone": "Europe/Moscow", "weekStart": "sunday",
		"from": "2026-11-01T00:00:00Z", "to": "2026-11-01T03:00:00Z",
		"queries": []any{map[string]any{
			"refId": "A", "schemaVersion": 1.0, "interval": "auto", "maxDataPoints": 500.0, "fromAlert": false,
			"from": "2026-11-01T00:00:00Z", "to": "2026-11-01T03:00:00Z",
			"metrics": []any{map[string]any{"id": "calls", "as": "c"}},
			"filters": []any{map[string]any{"key": "status", "operator": "=|", "values": []any{"busy"}}},
		}},
	}
	if diff := cmp.Diff(want, body); diff != "" {
		t.Errorf("body differs (-want +got):\n%s", diff)
	}
	if got["A"].Error != nil || got["B"].Error == nil {
		t.Errorf("A: %v, B: %v", got["A"].Error, got["B"].Error)
	}
}

func TestQueriesOfOneZoneShareARequest(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "one-error")))
	earlier := saved("B", `{"metrics":["cals"],"hide":true,"fromAlert":true,"timeZone":"","weekStart":"monday"}`)
	earlier.TimeRange.From = rangeFrom.Add(-24*time.Hour + 500*time.Microsecond)
	earlier.Interval = time.Hour
	ask(t, &backend.QueryDataRequest{
		PluginContext: dataSource(fake.URL, withJSON(`{"timeZone":"Asia/Tokyo","weekStart":"monday"}`)),
		Queries:       []backend.DataQuery{saved("A", `{"metrics":["calls"]}`), earlier},
	})
	body := sent(t, fake)
	if body["timeZone"] != "Asia/Tokyo" || body["weekStart"] != "monday" {
		t.Errorf("zone %v, week start %v", body["timeZone"], body["weekStart"])
	}
	// A hidden query is asked too (an expression may need it); a saved fromAlert is not believed; 27 hours of at least
	// an hour each are 27 points.
	want := map[string]any{
		"refId": "B", "metrics": []any{"cals"}, "fromAlert": false, "maxDataPoints": 27.0,
		"from": "2026-10-31T00:00:00Z", "to": "2026-11-01T03:00:00Z",
	}
	queries, _ := body["queries"].([]any)
	if len(queries) != 2 {
		t.Fatalf("%d queries, want 2", len(queries))
	}
	if diff := cmp.Diff(want, queries[1]); diff != "" {
		t.Errorf("B differs (-want +got):\n%s", diff)
	}
}

func TestOnlyTheRequestSaysHowManyPoints(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "no-data")))
	query := saved("A", `{"metrics":["calls"],"maxDataPoints":9}`)
	query.MaxDataPoints, query.Interval = 0, 0
	ask(t, &backend.QueryDataRequest{PluginContext: dataSource(fake.URL), Queries: []backend.DataQuery{query}})
	queries, _ := sent(t, fake)["queries"].([]any)
	if sentQuery, _ := queries[0].(map[string]any); sentQuery["maxDataPoints"] != nil {
		t.Errorf("maxDataPoints = %v", sentQuery["maxDataPoints"])
	}
}

func TestNoZoneAnywhereLeavesItToTheTenant(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "no-data")))
	askOne(t, fake.URL, `{"metrics":["calls"]}`)
	body := sent(t, fake)
	for _, name := range []string{"timeZone", "weekStart"} {
		if value, ok := body[name]; ok {
			t.Errorf("%s is sent as %v", name, value)
		}
	}
}

func TestAlertsSayThatTheyAre(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	got := ask(t, &backend.QueryDataRequest{
		PluginContext: dataSource(fake.URL),
		Headers:       map[string]string{"FromAlert": "true"},
		Queries:       []backend.DataQuery{saved("A", `{"metrics":["calls"]}`), saved("B", `{"metrics":[]}`)},
	})
	queries, _ := sent(t, fake)["queries"].([]any)
	query, _ := queries[0].(map[string]any)
	if len(queries) != 1 || query["fromAlert"] != true {
		t.Errorf("queries = %v", queries)
	}
	wantError(t, got["B"], "The query names no metric.", backend.StatusBadRequest, backend.ErrorSourceDownstream)
}

func TestAQueryWithoutAMetricIsNotAsked(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", `{}`))
	for _, query := range []string{`{}`, `{"metrics": [ ]}`, `{"metrics":""}`, `{"metrics":null,"refId":"A"}`} {
		got := askOne(t, fake.URL, query)
		if got.Error != nil || got.Status != backend.StatusOK || len(got.Frames) != 0 {
			t.Errorf("%s: %v, status %d, %d frames", query, got.Error, got.Status, len(got.Frames))
		}
	}
	if n := len(fake.seen()); n != 0 {
		t.Errorf("the service got %d requests", n)
	}
}

func TestABrokenQueryDoesNotTakeTheOthersWithIt(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	got := ask(t, &backend.QueryDataRequest{PluginContext: dataSource(fake.URL), Queries: []backend.DataQuery{
		saved("A", `{"metrics":["calls"]}`), saved("B", `"calls"`), saved("C", `null`),
	}})
	if got["A"].Error != nil || len(got["A"].Frames) != 1 {
		t.Errorf("A: %v", got["A"].Error)
	}
	wantError(t, got["B"], "The query is not a JSON object.", backend.StatusBadRequest, backend.ErrorSourceDownstream)
	wantError(t, got["C"], "The query is not a JSON object.", backend.StatusBadRequest, backend.ErrorSourceDownstream)
}

func TestAnAnswerThatLacksAQueryIsAnError(t *testing.T) {
	for _, body := range []string{`{"results":{}}`, `{}`, `{"results":{"Z":{"status":200,"frames":[]}}}`} {
		fake := newFakeService(t, answering(http.StatusOK, "application/json", body))
		got := ask(t, &backend.QueryDataRequest{
			PluginContext: dataSource(fake.URL), Queries: []backend.DataQuery{saved("A", `{"metrics":["calls"]}`)},
		})
		wantNoted(t, got["A"], "The service did not answer this query.", backend.StatusBadGateway, backend.ErrorSourceDownstream)
		if len(got) != 1 {
			t.Errorf("%d answers for 1 query", len(got))
		}
	}
}

func TestErrorsOfAQueryAreCompleted(t *testing.T) {
	cases := []struct {
		result string
		status backend.Status
		source backend.ErrorSource
	}{
		{`{"error":"no"}`, backend.StatusInternal, backend.ErrorSourceDownstream},
		{`{"status":400,"error":"no"}`, backend.StatusBadRequest, backend.ErrorSourceDownstream},
		{`{"status":501,"error":"no"}`, backend.StatusNotImplemented, backend.ErrorSourcePlugin},
		{`{"status":400,"error":"no","errorSource":"plugin"}`, backend.StatusBadRequest, backend.ErrorSourcePlugin},
	}
	for _, c := range cases {
		fake := newFakeService(t, answering(http.StatusOK, "application/json", fmt.Sprintf(`{"results":{"A":%s}}`, c.result)))
		wantError(t, askOne(t, fake.URL, `{"metrics":["calls"]}`), "no", c.status, c.source)
	}
}

func TestCancellationReachesTheService(t *testing.T) {
	arrived, cancelled := make(chan struct{}), make(chan struct{})
	fake := newFakeService(t, func(_ http.ResponseWriter, r *http.Request) {
		close(arrived)
		<-r.Context().Done()
		close(cancelled)
	})
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		_, _ = pluginClient(t).QueryData(ctx, &backend.QueryDataRequest{
			PluginContext: dataSource(fake.URL), Queries: []backend.DataQuery{saved("A", `{"metrics":["calls"]}`)},
		})
	}()
	<-arrived
	cancel()
	select {
	case <-cancelled:
	case <-time.After(10 * time.Second):
		t.Fatal("the service still works for a question that nobody waits for")
	}
}
