package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

func checkHealth(t *testing.T, source backend.PluginContext) (*backend.CheckHealthResult, map[string]any) {
	t.Helper()
	got, err := pluginClient(t).CheckHealth(context.Background(), &backend.CheckHealthRequest{PluginContext: source})
	if err != nil {
		t.Fatalf("CheckHealth returned a Go error: %v", err)
	}
	var details map[string]any
	if err := json.Unmarshal(got.JSONDetails, &details); err != nil {
		t.Fatalf("details: %v", err)
	}
	return got, details
}

// healthy plays whoami and query.
func healthy(who, answer string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body := who
		if strings.HasSuffix(r.URL.Path, "/query") {
			body = answer
		}
		answering(http.StatusOK, "application/json", body)(w, r)
	}
}

const oneNumber = `{"results":{"health":{"status":200,"frames":[{"schema":{"meta":{"type":"numeric-wide","typeVersion":[0,1]},` +
	`"fields":[{"name":"calls","typeInfo":{"frame":"float64","nullable":true}}]},"data":{"values":[[25]]}}]}}}`

func whois(tenant, scopes, newest string) string {
	return fmt.Sprintf(`{"tenant":%s,"scopes":%s,"timeZone":"Europe/Moscow","weekStart":"monday","newestRecord":%s,"version":"1.4.0"}`, tenant, scopes, newest)
}

func TestHealthy(t *testing.T) {
	newest := fmt.Sprintf("%q", time.Now().Add(-150*time.Second).UTC().Format(time.RFC3339Nano))
	fake := newFakeService(t, healthy(whois(`"demo"`, `["ingest","read"]`, newest), oneNumber))
	got, details := checkHealth(t, dataSource(fake.URL))
	if got.Status != backend.HealthStatusOk || got.Message != "Connected as tenant demo (read), last event 2 min ago, service 1.4.0" {
		t.Errorf("%v %s", got.Status, got.Message)
	}
	if details["tenant"] != "demo" || details["timeZone"] != "Europe/Moscow" || details["version"] != "1.4.0" {
		t.Errorf("details = %v", details)
	}
	requests := fake.seen()
	if finer := regexp.MustCompile(`\.\d{4,}Z`); finer.Match(requests[1].body) {
		t.Errorf("a time is finer than a millisecond: %s", requests[1].body)
	}
	if len(requests) != 2 || requests[0].path != "/api/v1/whoami" || requests[1].path != "/api/v1/query" {
		t.Errorf("requests = %v", requests)
	}
}

func TestUnhealthy(t *testing.T) {
	const never = "null"
	cases := map[string]struct{ who, answer, message string }{
		"bootstrap key":  {whois("null", `["admin"]`, never), oneNumber, "The key belongs to no tenant: use a tenant's key with the scope read."},
		"no read":        {whois(`"demo"`, `["ingest"]`, never), oneNumber, "The key may not read: use a key with the scope read."},
		"not whoami":     {`{"status":"ok"}`, oneNumber, "The answer is not one of a Switchboard service: check the URL."},
		"no answer":      {whois(`"demo"`, `["read"]`, never), `{"results":{}}`, "The service did not answer this query."},
		"query refused":  {whois(`"demo"`, `["read"]`, never), `{"results":{"health":{"status":400,"error":"There is no metric “calls”."}}}`, "There is no metric “calls”."},
		"unreadable":     {whois(`"demo"`, `["read"]`, never), strings.Replace(oneNumber, "float64", "x", 1), "The answer cannot be read: the service and the plugin are of different versions."},
		"query nonsense": {whois(`"demo"`, `["read"]`, never), `<html>`, "The answer is not one of a Switchboard service: check the URL."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			fake := newFakeService(t, healthy(c.who, c.answer))
			got, details := checkHealth(t, dataSource(fake.URL))
			if got.Status != backend.HealthStatusError || got.Message != c.message {
				t.Errorf("%v %s", got.Status, got.Message)
			}
			if text, ok := details["message"].(string); !ok || text == "" {
				t.Errorf("nothing stands below the message: %v", details)
			}
		})
	}
}

func TestUnhealthyWithAnErrorID(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusUnauthorized, "application/problem+json", `{"detail":"A valid key is needed.","errorId":"01K9"}`))
	got, details := checkHealth(t, dataSource(fake.URL))
	if got.Message != "The service refuses the API key." || !strings.Contains(fmt.Sprint(details["message"]), "01K9") {
		t.Errorf("%s, %v", got.Message, details)
	}
}

func TestFreshness(t *testing.T) {
	now := rangeFrom
	for age, want := range map[time.Duration]string{
		14 * time.Second:           "last event 14 s ago",
		59*time.Minute + 59e9:      "last event 59 min ago",
		26 * time.Hour:             "last event 26 h ago",
		72 * time.Hour:             "last event 3 days ago",
		-3 * time.Minute:           "last event dated 3 min ahead",
		900 * time.Millisecond:     "last event 0 s ago",
		48*time.Hour - time.Minute: "last event 47 h ago",
	} {
		newest := now.Add(-age)
		if got := freshness(&newest, now); got != want {
			t.Errorf("freshness(%s) = %q, want %q", age, got, want)
		}
	}
	if got := freshness(nil, now); got != "no event yet" {
		t.Errorf("freshness(nil) = %q", got)
	}
}
