package plugin

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"google.golang.org/grpc/metadata"
)

func TestUnusableSettingsAreSaidByEveryCall(t *testing.T) {
	cases := map[string]struct {
		url  string
		set  option
		text string
	}{
		"no URL":        {"  ", withJSON(`{}`), "The data source has no URL: set the address of the service."},
		"no scheme":     {"service:4000", withJSON(`{}`), "The URL must look like http://host:4000."},
		"file":          {"file:///etc/passwd", withJSON(`{}`), "The URL must look like http://host:4000."},
		"no secrets":    {"http://127.0.0.1:1", withSecrets(nil), "The data source has no API key: set a key with the scope read."},
		"empty key":     {"http://127.0.0.1:1", withSecrets(map[string]string{"apiKey": " "}), "The data source has no API key: set a key with the scope read."},
		"broken JSON":   {"http://127.0.0.1:1", withJSON(`{"timeZone":7}`), "The data source's settings cannot be read: save them again."},
		"no such CA":    {"https://127.0.0.1:1", withCertificate("nonsense"), "The CA certificate cannot be read: paste it as PEM."},
		"password":      {"http://someone:secret@127.0.0.1:1", withJSON(`{}`), "The URL holds a user name or a password: leave them out."},
		"spaces in URL": {"http://a b", withJSON(`{}`), "The URL must look like http://host:4000."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			source := dataSource(c.url, c.set)
			got := ask(t, &backend.QueryDataRequest{
				PluginContext: source, Queries: []backend.DataQuery{saved("A", anyQuery), saved("B", anyQuery)},
			})
			for _, refID := range []string{"A", "B"} {
				wantError(t, got[refID], c.text, backend.StatusBadRequest, backend.ErrorSourceDownstream)
			}
			healthy, err := pluginClient(t).CheckHealth(context.Background(), &backend.CheckHealthRequest{PluginContext: source})
			if err != nil || healthy.Status != backend.HealthStatusError || healthy.Message != c.text {
				t.Errorf("health: %v (%v)", healthy, err)
			}
			if status, body := callResource(t, source, http.MethodGet, "catalogue"); status != http.StatusBadRequest || body["message"] != c.text {
				t.Errorf("resource: %d %v", status, body)
			}
		})
	}
}

func withCertificate(pem string) option {
	return func(s *backend.DataSourceInstanceSettings) {
		s.JSONData = []byte(`{"tlsAuthWithCACert":true}`)
		s.DecryptedSecureJSONData["tlsCACert"] = pem
	}
}

func TestOnlyTheKeyAndHarmlessHeadersReachTheService(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	custom := func(s *backend.DataSourceInstanceSettings) {
		s.JSONData = []byte(`{"httpHeaderName1":"X-Tenant-Hint"}`)
		s.DecryptedSecureJSONData["httpHeaderValue1"] = "blue"
	}
	req := &backend.QueryDataRequest{
		PluginContext: dataSource(fake.URL, custom), Queries: []backend.DataQuery{saved("A", anyQuery)},
		Headers: map[string]string{"Authorization": "Bearer a person's", "X-ID-Token": "a person's"},
	}
	for _, name := range []string{"X-Grafana-Id", "X-Grafana-Org-Id", "X-Grafana-User", "X-Dashboard-Title", "X-Panel-Title", "X-Rule-Name", "X-Rule-Folder", "Referer", "X-Forwarded-For"} {
		req.SetHTTPHeader(name, "private")
	}
	req.SetHTTPHeader("X-Rule-Uid", "rule-1")
	if got := ask(t, req)["A"]; got.Error != nil {
		t.Fatal(got.Error)
	}
	header := fake.seen()[0].header
	want := map[string]string{"Authorization": "Bearer " + testKey, "X-Rule-Uid": "rule-1", "X-Tenant-Hint": "blue", "Content-Type": "application/json"}
	for name, value := range want {
		if header.Get(name) != value {
			t.Errorf("%s = %q, want %q", name, header.Get(name), value)
		}
	}
	for name, values := range header {
		for _, value := range values {
			if value == "private" || value == "a person's" || value == "Bearer a person's" {
				t.Errorf("%s reached the service: %q", name, value)
			}
		}
	}
}

// A gateway in front of the service may want to know for whom Grafana asks; who that is, the setting decides.
func TestThePersonsTokensGoAlongWhereTheSettingsSaySo(t *testing.T) {
	cases := map[string]struct {
		settings string
		headers  map[string]string
		access   string
		identity string
	}{
		"on":                 {`{"oauthPassThru":true}`, map[string]string{"Authorization": "Bearer access", "X-ID-Token": "identity"}, "access", "identity"},
		"off":                {`{}`, map[string]string{"Authorization": "Bearer access", "X-ID-Token": "identity"}, "", ""},
		"on in alerts":       {`{"oauthPassThru":true}`, map[string]string{"FromAlert": "true"}, "", ""},
		"on with a password": {`{"oauthPassThru":true,"basicAuth":true,"basicAuthUser":"someone"}`, map[string]string{}, "", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
			got := ask(t, &backend.QueryDataRequest{
				PluginContext: dataSource(fake.URL, withJSON(c.settings)), Headers: c.headers,
				Queries: []backend.DataQuery{saved("A", anyQuery)},
			})
			if got["A"].Error != nil {
				t.Fatal(got["A"].Error)
			}
			want := map[string]string{"Authorization": "Bearer " + testKey, "X-Forwarded-Access-Token": c.access, "X-Id-Token": c.identity}
			for header, value := range want {
				if sent := fake.seen()[0].header.Get(header); sent != value {
					t.Errorf("%s = %q, want %q", header, sent, value)
				}
			}
		})
	}
}

// Grafana hands on the cookies that the setting names and no other; they go along with questions and with lists.
func TestTheCookiesThatGrafanaKeepsGoAlong(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	source := dataSource(fake.URL, withJSON(`{"keepCookies":["session"]}`))
	const cookie = "session=of-the-reader"
	numbers := ask(t, &backend.QueryDataRequest{
		PluginContext: source, Headers: map[string]string{"Cookie": cookie}, Queries: []backend.DataQuery{saved("A", anyQuery)},
	})
	list := &backend.CallResourceRequest{
		PluginContext: source, Method: http.MethodGet, Path: "catalogue", URL: "catalogue", Headers: map[string][]string{"Cookie": {cookie}},
	}
	err := pluginClient(t).CallResource(t.Context(), list, backend.CallResourceResponseSenderFunc(func(*backend.CallResourceResponse) error { return nil }))
	requests := fake.seen()
	if numbers["A"].Error != nil || err != nil || len(requests) != 2 {
		t.Fatalf("A: %v, list: %v, %d requests", numbers["A"].Error, err, len(requests))
	}
	for _, request := range requests {
		if sent := request.header.Get("Cookie"); sent != cookie {
			t.Errorf("%s: cookie = %q", request.path, sent)
		}
	}
}

func TestATraceGoesOnInTheService(t *testing.T) {
	const trace = "4bf92f3577b34da6a3ce929d0e0e4736"
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	ctx := metadata.AppendToOutgoingContext(t.Context(), "traceparent", "00-"+trace+"-00f067aa0ba902b7-01")
	_, err := pluginClient(t).QueryData(ctx, &backend.QueryDataRequest{
		PluginContext: dataSource(fake.URL), Queries: []backend.DataQuery{saved("A", anyQuery)},
	})
	if err != nil {
		t.Fatal(err)
	}
	if parent := fake.seen()[0].header.Get("Traceparent"); !strings.HasPrefix(parent, "00-"+trace+"-") {
		t.Errorf("traceparent = %q", parent)
	}
}

func TestDisposeOfAnUnusableInstance(t *testing.T) {
	made, err := NewInstance(context.Background(), backend.DataSourceInstanceSettings{})
	if err != nil {
		t.Fatalf("NewInstance failed: %v", err)
	}
	instance, ok := made.(*Instance)
	if !ok {
		t.Fatalf("it is a %T", made)
	}
	instance.Dispose()
}
