package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// callResource returns the status and the JSON object answered; nil where it is none.
func callResource(t *testing.T, source backend.PluginContext, method, path string) (int, map[string]any) {
	t.Helper()
	req := &backend.CallResourceRequest{PluginContext: source, Method: method, URL: path}
	for i := range path {
		if path[i] == '?' {
			path = path[:i]
			break
		}
	}
	req.Path = path
	var status int
	var body []byte
	sender := backend.CallResourceResponseSenderFunc(func(res *backend.CallResourceResponse) error {
		status, body = res.Status, append(body, res.Body...)
		return nil
	})
	if err := pluginClient(t).CallResource(context.Background(), req, sender); err != nil {
		t.Fatal(err)
	}
	var decoded map[string]any
	if json.Unmarshal(body, &decoded) != nil {
		decoded = nil
	}
	return status, decoded
}

func TestResourcesOnTheList(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", `{"metrics":[]}`))
	source := dataSource(fake.URL)
	for path, want := range map[string]received{
		"catalogue": {path: "/api/v1/catalogue"},
		"dimensions/channel/values?search=we%26b&limit=20&tenant=other": {path: "/api/v1/dimensions/channel/values", query: "limit=20&search=we%26b"},
	} {
		before := len(fake.seen())
		status, body := callResource(t, source, http.MethodGet, path)
		if status != http.StatusOK || body["metrics"] == nil {
			t.Errorf("%s: %d %v", path, status, body)
		}
		got := fake.seen()[before]
		if got.path != want.path || got.query != want.query || got.header.Get("Authorization") != "Bearer "+testKey {
			t.Errorf("%s became %s?%s", path, got.path, got.query)
		}
	}
}

func TestResourcesOffTheList(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", `{}`))
	source := dataSource(fake.URL)
	cases := []struct{ method, path string }{
		{http.MethodPost, "catalogue"},
		{http.MethodDelete, "catalogue"},
		{http.MethodGet, ""},
		{http.MethodGet, "tenants"},
		{http.MethodGet, "whoami"},
		{http.MethodPost, "query"},
		{http.MethodGet, "catalogue/../tenants"},
		{http.MethodGet, "dimensions/../values"},
		{http.MethodGet, "dimensions/%2e%2e/values"},
		{http.MethodGet, "dimensions/..%2f..%2ftenants/values"},
		{http.MethodGet, "dimensions/channel/values/more"},
		{http.MethodGet, "dimensions/a b/values"},
	}
	for _, c := range cases {
		if status, _ := callResource(t, source, c.method, c.path); status < 300 {
			t.Errorf("%s %s: status %d", c.method, c.path, status)
		}
	}
	for _, got := range fake.seen() {
		t.Errorf("%s %s reached the service", got.method, got.path)
	}
}

func TestRefusedResourcesSayWhy(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusNotFound, "application/problem+json", `{"detail":"There is no dimension “chanel”.","errorId":"01K9"}`))
	status, body := callResource(t, dataSource(fake.URL), http.MethodGet, "dimensions/chanel/values")
	if status != http.StatusNotFound || body["message"] != "There is no dimension “chanel”. (error id 01K9)" {
		t.Errorf("%d %v", status, body)
	}
	page := newFakeService(t, answering(http.StatusOK, "text/html", `<html>`))
	if status, body := callResource(t, dataSource(page.URL), http.MethodGet, "catalogue"); status != http.StatusBadGateway || body["message"] == nil {
		t.Errorf("a page: %d %v", status, body)
	}
}
