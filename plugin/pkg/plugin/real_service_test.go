package plugin

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// realService is the service itself, as scripts/test-go.mjs starts it.
type realService struct{ url, adminKey, sqlURL string }

// theService skips the test where no service was started.
func theService(t *testing.T) realService {
	t.Helper()
	s := realService{os.Getenv("SWITCHBOARD_TEST_URL"), os.Getenv("SWITCHBOARD_TEST_ADMIN_KEY"), os.Getenv("SWITCHBOARD_TEST_SQL")}
	if s.url == "" {
		t.Skip("SKIPPED: there is no service to test against; npm run test:go starts one")
	}
	return s
}

// call asks the service over HTTP, past the plugin, and returns the JSON answered. The status must be below 300.
func (s realService) call(t *testing.T, method, path, key string, body any) map[string]any {
	t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), method, s.url+path, bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+key)
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	answer, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode >= 300 {
		t.Fatalf("%s %s: %d %s (%v)", method, path, res.StatusCode, answer, err)
	}
	var decoded map[string]any
	if err := json.Unmarshal(answer, &decoded); err != nil {
		t.Fatal(err)
	}
	return decoded
}

// sql runs a statement in the tests' own session of PostgreSQL's superuser and returns its rows.
func (s realService) sql(t *testing.T, statement string) []map[string]any {
	t.Helper()
	res, err := http.Post(s.sqlURL, "text/plain", strings.NewReader(statement))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]any
	if err := json.Unmarshal(body, &rows); err != nil {
		t.Fatalf("%s: %s", statement, body)
	}
	return rows
}

// tenant is one of the service's, made for a test, with its data source.
type tenant struct {
	service                  realService
	slug                     string
	readKey, inKey, adminKey string
}

var tenants atomic.Int64

func (s realService) tenant(t *testing.T) tenant {
	t.Helper()
	slug := fmt.Sprintf("go-%d-%d", os.Getpid(), tenants.Add(1))
	s.call(t, http.MethodPost, "/api/v1/tenants", s.adminKey, map[string]any{
		"id": slug, "name": slug, "timeZone": "Europe/Moscow", "weekStart": "monday",
	})
	key := func(scope string) string {
		made := s.call(t, http.MethodPost, "/api/v1/tenants/"+slug+"/keys", s.adminKey, map[string]any{
			"name": scope, "scopes": []string{scope}, "source": "test",
		})
		text, _ := made["key"].(string)
		return text
	}
	return tenant{s, slug, key("read"), key("ingest"), key("admin")}
}

// source is the data source that a person would set up for the tenant.
func (n tenant) source(options ...option) backend.PluginContext {
	all := append([]option{withSecrets(map[string]string{"apiKey": n.readKey})}, options...)
	return dataSource(n.service.url, all...)
}

// deliver sends records; each of them must be new and good.
func (n tenant) deliver(t *testing.T, records ...map[string]any) {
	t.Helper()
	for index, record := range records {
		if record["id"] == nil {
			record["id"] = fmt.Sprintf("%s-%d-%d", n.slug, tenants.Add(1), index)
		}
	}
	answer := n.service.call(t, http.MethodPost, "/api/v1/records", n.inKey, map[string]any{"records": records})
	if answer["stored"] != float64(len(records)) {
		t.Fatalf("not all records were stored: %v", answer)
	}
}

// ask asks one query as a panel does, or as a rule does.
func (n tenant) ask(t *testing.T, query string, change ...func(*backend.QueryDataRequest)) backend.DataResponse {
	t.Helper()
	req := &backend.QueryDataRequest{PluginContext: n.source(), Queries: []backend.DataQuery{saved("A", query)}}
	for _, apply := range change {
		apply(req)
	}
	return ask(t, req)["A"]
}

// frame asks one query that must be answered with one frame.
func (n tenant) frame(t *testing.T, query string, change ...func(*backend.QueryDataRequest)) *data.Frame {
	t.Helper()
	got := n.ask(t, query, change...)
	if got.Error != nil || len(got.Frames) != 1 {
		t.Fatalf("%s: error %v, %d frames", query, got.Error, len(got.Frames))
	}
	return got.Frames[0]
}

func during(from, to time.Time) func(*backend.QueryDataRequest) {
	return func(req *backend.QueryDataRequest) {
		for index := range req.Queries {
			req.Queries[index].TimeRange = backend.TimeRange{From: from, To: to}
		}
	}
}

// fromAlert asks as Grafana's rules do: a point each second, as many as it takes.
func fromAlert(req *backend.QueryDataRequest) {
	req.Headers = map[string]string{"FromAlert": "true"}
	req.SetHTTPHeader("X-Rule-Uid", "rule-1")
	for index := range req.Queries {
		req.Queries[index].Interval, req.Queries[index].MaxDataPoints = time.Second, 43_200
	}
}

// columns are a frame's columns by the names of their fields, with plain values: times in UTC as text, null as nil.
func columns(frame *data.Frame) map[string][]any {
	all := map[string][]any{}
	for _, field := range frame.Fields {
		values := make([]any, field.Len())
		for row := range values {
			if value, ok := field.ConcreteAt(row); ok {
				values[row] = value
			}
			if at, ok := values[row].(time.Time); ok {
				values[row] = at.UTC().Format("2006-01-02 15:04:05")
			}
		}
		all[nameOf(field)] = values
	}
	return all
}

func nameOf(field *data.Field) string {
	if len(field.Labels) == 0 {
		return field.Name
	}
	return field.Name + "{" + field.Labels.String() + "}"
}

func call(at time.Time, status string, more map[string]any) map[string]any {
	record := map[string]any{"kind": "call", "direction": "inbound", "startedAt": at.UTC().Format(time.RFC3339Nano), "status": status}
	for name, value := range more {
		record[name] = value
	}
	return record
}
