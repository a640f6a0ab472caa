package plugin

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"switchboard-contactcenter-datasource/pkg/service"
)

const anyQuery = `{"metrics":["calls"]}`

func TestRefusalsAreOneSentence(t *testing.T) {
	problem := `{"type":"urn:switchboard:error:statement_timeout","title":"Took too long","status":503,
		"detail":"The question took too long: ask for less, or try again.","code":"statement_timeout","errorId":"01K9"}`
	cases := map[string]struct {
		status int
		body   string
		text   string
		source backend.ErrorSource
	}{
		"problem details": {503, problem, "The question took too long: ask for less, or try again. (error id 01K9)", backend.ErrorSourceDownstream},
		"no error id":     {400, `{"detail":"There is no metric “cals”."}`, "There is no metric “cals”.", backend.ErrorSourceDownstream},
		"bare 401":        {401, ``, "The service refuses the API key.", backend.ErrorSourceDownstream},
		"bare 403":        {403, `no`, "The API key may not do this: it needs the scope read.", backend.ErrorSourceDownstream},
		"bare 404":        {404, `<html>`, "There is no Switchboard service at this address: check the URL.", backend.ErrorSourceDownstream},
		"plugin's fault":  {405, ``, "The service answered with status 405.", backend.ErrorSourcePlugin},
		"too large":       {413, ``, "The question is too large: use fewer filters.", backend.ErrorSourcePlugin},
		"too many":        {429, ``, "The service gets too many requests: try again later.", backend.ErrorSourceDownstream},
		"proxy":           {502, `<h1>Bad Gateway</h1>`, "The service is not available: try again later.", backend.ErrorSourceDownstream},
		"internal":        {500, `{"stack":"at x"}`, "The service answered with status 500.", backend.ErrorSourceDownstream},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			fake := newFakeService(t, answering(c.status, "application/problem+json", c.body))
			wantError(t, askOne(t, fake.URL, anyQuery), c.text, backend.Status(c.status), c.source)
		})
	}
}

func TestNonsenseIsNotData(t *testing.T) {
	for _, body := range []string{"<html>please sign in</html>", "", "[]", `"ok"`, `{"results":`} {
		fake := newFakeService(t, answering(http.StatusOK, "text/html", body))
		wantError(t, askOne(t, fake.URL, anyQuery), "The answer is not one of a Switchboard service: check the URL.",
			backend.StatusBadGateway, backend.ErrorSourceDownstream)
	}
}

func TestAServiceThatIsDown(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", "{}"))
	url := fake.URL
	fake.Close()
	got := askOne(t, url, anyQuery)
	wantError(t, got, "The service accepts no connections: is it running?", backend.StatusBadGateway, backend.ErrorSourceDownstream)
	if strings.Contains(got.Error.Error(), "127.0.0.1") {
		t.Error("the sentence names the address")
	}
}

func TestAServiceThatIsSlow(t *testing.T) {
	done := make(chan struct{})
	fake := newFakeService(t, func(http.ResponseWriter, *http.Request) { <-done })
	defer close(done)
	began := time.Now()
	got := askOne(t, fake.URL, anyQuery, withJSON(`{"timeout":1}`))
	wantError(t, got, "The service did not answer in time.", backend.StatusTimeout, backend.ErrorSourceDownstream)
	if waited := time.Since(began); waited > 10*time.Second {
		t.Errorf("waited %s with a timeout of a second", waited)
	}
}

func TestAServiceThatStopsHalfway(t *testing.T) {
	fake := newFakeService(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = w.Write([]byte(`{"results":{`))
	})
	wantError(t, askOne(t, fake.URL, anyQuery), "The service cannot be reached.", backend.StatusBadGateway, backend.ErrorSourceDownstream)
}

func TestAnAnswerAboveTheLimit(t *testing.T) {
	chunk := []byte(strings.Repeat(" ", 1<<20))
	fake := newFakeService(t, func(w http.ResponseWriter, _ *http.Request) {
		for range service.MaxAnswerBytes>>20 + 1 {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	})
	wantError(t, askOne(t, fake.URL, anyQuery),
		"The answer is too large: ask for a shorter range, a longer interval or fewer groups.",
		backend.StatusBadGateway, backend.ErrorSourceDownstream)
}

func TestTLSMistakesAreNamed(t *testing.T) {
	secure := httptest.NewTLSServer(answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	defer secure.Close()
	wantError(t, askOne(t, secure.URL, anyQuery), "The service's TLS certificate is not trusted.",
		backend.StatusBadGateway, backend.ErrorSourceDownstream)
	if got := askOne(t, secure.URL, anyQuery, withJSON(`{"tlsSkipVerify":true}`)); got.Error != nil {
		t.Errorf("with verification off: %v", got.Error)
	}
	plain := newFakeService(t, answering(http.StatusOK, "application/json", "{}"))
	wantError(t, askOne(t, strings.Replace(plain.URL, "http:", "https:", 1), anyQuery),
		"The service does not speak TLS: use http in the URL.", backend.StatusBadGateway, backend.ErrorSourceDownstream)
}

func TestTheKeyIsNotCarriedAlongARedirection(t *testing.T) {
	elsewhere := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	fake := newFakeService(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, elsewhere.URL+"/api/v1/query", http.StatusTemporaryRedirect)
	})
	wantError(t, askOne(t, fake.URL, anyQuery), "The address redirects to another: check the URL.",
		backend.Status(http.StatusTemporaryRedirect), backend.ErrorSourceDownstream)
	if n := len(elsewhere.seen()); n != 0 {
		t.Errorf("another host got %d requests", n)
	}
}
