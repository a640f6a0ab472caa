package plugin

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

const canary = "CANARY"

// Whatever goes wrong, and with the SDK's recording of requests for support on: no secret is in the log, in an error or in
// an answer.
func TestSecretsAreNowhere(t *testing.T) {
	services := map[string]http.HandlerFunc{
		"answers":       answering(http.StatusOK, "application/json", golden(t, "numeric-wide")),
		"refuses":       answering(http.StatusUnauthorized, "application/problem+json", `{"detail":"A valid key is needed.","errorId":"01K9"}`),
		"breaks":        answering(http.StatusInternalServerError, "text/html", "<h1>oops</h1>"),
		"is no service": answering(http.StatusOK, "text/html", "<html>"),
		"is unreadable": answering(http.StatusOK, "application/json", `{"results":{"A":{"frames":7}}}`),
		"redirects":     http.RedirectHandler("/login", http.StatusFound).ServeHTTP,
		"hangs up":      func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"is slow":       func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
	}
	secrets := map[string]string{
		"apiKey": "swb_" + canary + "_key", "httpHeaderValue1": canary + "_header", "basicAuthPassword": canary + "_password",
		"secureSocksProxyPassword": canary + "_proxy", "unused": canary + "_unused",
	}
	settings := withJSON(`{"timeout":1,"httpHeaderName1":"X-Gateway","basicAuth":true,"basicAuthUser":"someone"}`)
	seen := func(t *testing.T, where, text string) {
		t.Helper()
		if strings.Contains(text, canary) {
			t.Errorf("%s holds a secret: %s", where, text)
		}
	}
	for name, answer := range services {
		t.Run(name, func(t *testing.T) {
			fake := newFakeService(t, answer)
			source := dataSource(fake.URL, settings, withSecrets(secrets))
			request := &backend.QueryDataRequest{
				PluginContext: source, Queries: []backend.DataQuery{saved("A", anyQuery)},
				Headers: map[string]string{"X-Grafana-HAR-Capture": "true", "Authorization": "Bearer " + canary + "_person"},
			}
			for refID, got := range ask(t, request) {
				if got.Error != nil {
					seen(t, "the error of "+refID, got.Error.Error())
				}
				frames, err := json.Marshal(got.Frames)
				if err != nil {
					t.Fatal(err)
				}
				// The recording is of what Grafana sends: the person's own token may stand in it, the data source's secrets may not.
				seen(t, "the answer of "+refID, strings.ReplaceAll(string(frames), canary+"_person", ""))
			}
			healthy, details := checkHealth(t, source)
			seen(t, "the health", healthy.Message+string(healthy.JSONDetails))
			if healthy.Status == backend.HealthStatusError && details["message"] == "" {
				t.Error("the health says nothing below its message")
			}
			_, body := callResource(t, source, http.MethodGet, "catalogue")
			message, err := json.Marshal(body)
			if err != nil {
				t.Fatal(err)
			}
			seen(t, "the resource", string(message))
			seen(t, "the log", logged.String())
		})
	}
}

func TestAKeyThatNoHeaderCanCarryIsNotRepeated(t *testing.T) {
	got := askOne(t, "http://127.0.0.1:1", anyQuery, withSecrets(map[string]string{"apiKey": "swb_a\n" + canary}))
	wantError(t, got, "The API key holds characters that no key has: copy it again.", backend.StatusBadRequest, backend.ErrorSourceDownstream)
}

// An address may hold more than a host: what failed is written down, and not where.
func TestTheAddressAskedIsNotInTheLog(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"hangs up":  func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"is slow":   func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"redirects": http.RedirectHandler("/"+canary, http.StatusFound).ServeHTTP,
	} {
		fake := newFakeService(t, answer)
		got := askOne(t, fake.URL+"/"+canary+"_path", anyQuery, withJSON(`{"timeout":1}`))
		if got.Error == nil || !errorID.MatchString(got.Error.Error()) || len(fake.seen()) == 0 {
			t.Errorf("%s: %v", name, got.Error)
		}
	}
	if strings.Contains(logged.String(), canary) {
		t.Error("the log holds the address")
	}
}
