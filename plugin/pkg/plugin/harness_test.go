package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"github.com/grafana/grafana-plugin-sdk-go/backend/tracing"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/datasourcetest"
)

const testKey = "swb_test_read"

var (
	rangeFrom = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	rangeTo   = rangeFrom.Add(3 * time.Hour)
)

// received is one request as the fake service saw it.
type received struct {
	method, path, query string
	header              http.Header
	body                []byte
}

// fakeService plays the service: a handler answers, and every request is kept.
type fakeService struct {
	*httptest.Server
	mu       sync.Mutex
	requests []received
}

func newFakeService(t *testing.T, answer http.HandlerFunc) *fakeService {
	t.Helper()
	fake := &fakeService{}
	fake.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		fake.mu.Lock()
		fake.requests = append(fake.requests, received{r.Method, r.URL.EscapedPath(), r.URL.RawQuery, r.Header.Clone(), body})
		fake.mu.Unlock()
		answer(w, r)
	}))
	t.Cleanup(fake.Close)
	return fake
}

func (f *fakeService) seen() []received {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]received(nil), f.requests...)
}

func answering(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func golden(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("..", "..", "contracts", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// logged is everything that the plugin and the SDK wrote to Grafana's log.
var logged = &logLines{}

// logLines keeps the log's lines as text.
type logLines struct {
	mu    sync.Mutex
	lines []string
}

func (l *logLines) add(msg string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, fmt.Sprintln(append([]any{msg}, args...)...))
}

func (l *logLines) Debug(msg string, args ...any)          { l.add(msg, args...) }
func (l *logLines) Info(msg string, args ...any)           { l.add(msg, args...) }
func (l *logLines) Warn(msg string, args ...any)           { l.add(msg, args...) }
func (l *logLines) Error(msg string, args ...any)          { l.add(msg, args...) }
func (l *logLines) With(...any) log.Logger                 { return l }
func (l *logLines) Level() log.Level                       { return log.Debug }
func (l *logLines) FromContext(context.Context) log.Logger { return l }

func (l *logLines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Join(l.lines, "")
}

// startPlugin serves the plugin over gRPC, as Grafana runs it: once a process, since the SDK registers its metrics once.
var startPlugin = sync.OnceValues(func() (*datasourcetest.TestPluginClient, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := listener.Addr().String()
	_ = listener.Close()
	backend.Logger, log.DefaultLogger = logged, logged
	// As datasource.Manage does.
	if err := backend.SetupTracer("switchboard-contactcenter-datasource", tracing.Opts{}); err != nil {
		return nil, err
	}
	running, err := datasourcetest.Manage(NewInstance, datasourcetest.ManageOpts{Address: address})
	return running.Client, err
})

func pluginClient(t *testing.T) *datasourcetest.TestPluginClient {
	t.Helper()
	client, err := startPlugin()
	if err != nil {
		t.Fatal(err)
	}
	return client
}

type option func(*backend.DataSourceInstanceSettings)

func withJSON(raw string) option {
	return func(s *backend.DataSourceInstanceSettings) { s.JSONData = []byte(raw) }
}

func withSecrets(secrets map[string]string) option {
	return func(s *backend.DataSourceInstanceSettings) { s.DecryptedSecureJSONData = secrets }
}

var lastID atomic.Int64

// dataSource is a new data source each time: the plugin keeps an instance for each id.
func dataSource(url string, options ...option) backend.PluginContext {
	settings := &backend.DataSourceInstanceSettings{
		ID: lastID.Add(1), UID: "ds", Name: "Switchboard", URL: url, JSONData: []byte(`{}`),
		DecryptedSecureJSONData: map[string]string{"apiKey": testKey},
	}
	for _, set := range options {
		set(settings)
	}
	return backend.PluginContext{Namespace: "default", PluginID: "switchboard-contactcenter-datasource", DataSourceInstanceSettings: settings}
}

func saved(refID, query string) backend.DataQuery {
	return backend.DataQuery{
		RefID: refID, JSON: json.RawMessage(query), MaxDataPoints: 500, Interval: time.Second,
		TimeRange: backend.TimeRange{From: rangeFrom, To: rangeTo},
	}
}

// ask sends the queries through gRPC; a Go error from QueryData fails the test, whatever it is about.
func ask(t *testing.T, req *backend.QueryDataRequest) backend.Responses {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	res, err := pluginClient(t).QueryData(ctx, req)
	if err != nil {
		t.Fatalf("QueryData returned a Go error: %v", err)
	}
	return res.Responses
}

func askOne(t *testing.T, url, query string, options ...option) backend.DataResponse {
	t.Helper()
	return ask(t, &backend.QueryDataRequest{
		PluginContext: dataSource(url, options...), Queries: []backend.DataQuery{saved("A", query)},
	})["A"]
}

var errorID = regexp.MustCompile(` \(error id ([A-Z2-7]{12})\)$`)

// wantNoted checks an error like wantError, and that its cause stands in the log under the id that people see.
func wantNoted(t *testing.T, got backend.DataResponse, text string, status backend.Status, source backend.ErrorSource) {
	t.Helper()
	found := []string{"", "none"}
	if got.Error != nil {
		if match := errorID.FindStringSubmatch(got.Error.Error()); match != nil {
			found = match
		}
	}
	if !strings.Contains(logged.String(), found[1]) {
		t.Errorf("error = %v: the log has nothing under its id", got.Error)
	}
	wantError(t, got, text+found[0], status, source)
}

// wantError checks the sentence, the status and whose fault it is.
func wantError(t *testing.T, got backend.DataResponse, text string, status backend.Status, source backend.ErrorSource) {
	t.Helper()
	if got.Error == nil || got.Error.Error() != text {
		t.Errorf("error = %v, want %q", got.Error, text)
	}
	if got.Status != status || got.ErrorSource != source {
		t.Errorf("status %d of %s, want %d of %s", got.Status, got.ErrorSource, status, source)
	}
}
