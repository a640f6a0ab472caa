package plugin

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

func annotationsOf(query string) backend.DataQuery {
	asked := saved("Anno", query)
	asked.QueryType = annotationsQuery
	return asked
}

func TestAnnotationsAreReadFromTheServiceForTheRangeAndTheZone(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", `{"nextCursor":null,"items":[
		{"id":"1","time":"2026-11-01T01:00:00.000Z","timeEnd":"2026-11-01T02:00:00.000Z","text":"Carrier down","tags":["incident","trunk"],"derived":false},
		{"id":"year-2027","time":"2026-11-01T02:30:00.000Z","timeEnd":null,"text":"2027 begins","tags":["year"],"derived":true}]}`))
	got := ask(t, &backend.QueryDataRequest{
		PluginContext: dataSource(fake.URL),
		Queries: []backend.DataQuery{
			annotationsOf(`{"refId":"Anno","queryType":"annotations","tag":"incident","timeZone":"Europe/Moscow"}`),
		},
	})["Anno"]
	if got.Error != nil || len(got.Frames) != 1 {
		t.Fatalf("error %v, %d frames", got.Error, len(got.Frames))
	}
	requests := fake.seen()
	if len(requests) != 1 || requests[0].method != http.MethodGet || requests[0].path != "/api/v1/annotations" {
		t.Fatalf("requests: %+v", requests)
	}
	query, err := url.ParseQuery(requests[0].query)
	if err != nil {
		t.Fatal(err)
	}
	want := url.Values{
		"from": {"2026-11-01T00:00:00Z"}, "to": {"2026-11-01T03:00:00Z"}, "limit": {"200"},
		"tag": {"incident"}, "timeZone": {"Europe/Moscow"},
	}
	if diff := cmp.Diff(want, query); diff != "" {
		t.Errorf("query differs (-want +got):\n%s", diff)
	}
	wantTable(t, got.Frames[0])
	end := time.Date(2026, 11, 1, 2, 0, 0, 0, time.UTC)
	rows := [][]any{
		{end.Add(-time.Hour), &end, "Carrier down", "incident,trunk"},
		{end.Add(30 * time.Minute), (*time.Time)(nil), "2027 begins", "year"},
	}
	for index, row := range rows {
		if diff := cmp.Diff(row, got.Frames[0].RowCopy(index)); diff != "" {
			t.Errorf("row %d differs (-want +got):\n%s", index, diff)
		}
	}
}

func TestAnnotationsStandBesideNumbersInARequest(t *testing.T) {
	fake := newFakeService(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			answering(http.StatusForbidden, "application/problem+json", `{"detail":"Not with this key."}`)(w, r)
			return
		}
		answering(http.StatusOK, "application/json", golden(t, "one-error"))(w, r)
	})
	got := ask(t, &backend.QueryDataRequest{
		PluginContext: dataSource(fake.URL),
		Queries:       []backend.DataQuery{saved("A", `{"metrics":["calls"]}`), annotationsOf(`{}`)},
	})
	if got["A"].Error != nil || got["Anno"].Error == nil || got["Anno"].Status != backend.StatusForbidden {
		t.Errorf("A: %v, Anno: %v with status %d", got["A"].Error, got["Anno"].Error, got["Anno"].Status)
	}
}

func TestNoAnnotationsAreAFrameWithoutFields(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", `{"items":[],"nextCursor":null}`))
	got := ask(t, &backend.QueryDataRequest{
		PluginContext: dataSource(fake.URL), Queries: []backend.DataQuery{annotationsOf(`{}`)},
	})["Anno"]
	if got.Error != nil || len(got.Frames) != 1 || len(got.Frames[0].Fields) != 0 {
		t.Fatalf("error %v, frames %v", got.Error, got.Frames)
	}
	wantTable(t, got.Frames[0])
}

func wantTable(t *testing.T, frame *data.Frame) {
	t.Helper()
	if frame.Meta == nil || frame.Meta.Type != data.FrameTypeTable || frame.Meta.TypeVersion != (data.FrameTypeVersion{0, 1}) {
		t.Errorf("meta = %+v", frame.Meta)
	}
}
