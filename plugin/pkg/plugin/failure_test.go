package plugin

import (
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
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
			want := wantNoted
			if strings.Contains(c.text, "error id") {
				want = wantError
			}
			want(t, askOne(t, fake.URL, anyQuery), c.text, backend.Status(c.status), c.source)
		})
	}
}

func TestNonsenseIsNotData(t *testing.T) {
	cases := map[string]struct{ contentType, body string }{
		"login page":                {"text/html; charset=utf-8", "<html>please sign in</html>"},
		"answer of another type":    {"text/plain", golden(t, "numeric-wide")},
		"answer without a type":     {"", golden(t, "numeric-wide")},
		"type that is none":         {"/;", golden(t, "numeric-wide")},
		"HTML that claims to be":    {"application/json", "<html>please sign in</html>"},
		"nothing":                   {"application/json", ""},
		"list":                      {"application/json", "[]"},
		"text":                      {"application/json", `"ok"`},
		"cut off":                   {"application/json", `{"results":`},
		"object of something else":  {"application/json", `{"status":"success","data":[]}`},
		"results of something else": {"application/json", `{"results":[1,2]}`},
		"bytes":                     {"application/json", "\x00\xff\xfe{"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			fake := newFakeService(t, answering(http.StatusOK, c.contentType, c.body))
			wantNoted(t, askOne(t, fake.URL, anyQuery), "The answer is not one of a Switchboard service: check the URL.",
				backend.StatusBadGateway, backend.ErrorSourceDownstream)
		})
	}
}

// Only the service's own words are shown, and of these no more than a line.
func TestWordsOfOthersAreNotRepeated(t *testing.T) {
	stack := `{"detail":"It broke.\n    at run (http://10.0.0.7:4000/x.js:1)","errorId":"01K9\nat x"}`
	ours := newFakeService(t, answering(http.StatusInternalServerError, "application/problem+json; charset=utf-8", stack))
	wantError(t, askOne(t, ours.URL, anyQuery), "It broke. (error id 01K9)", backend.StatusInternal, backend.ErrorSourceDownstream)
	proxy := newFakeService(t, answering(http.StatusInternalServerError, "application/json", `{"detail":"http://10.0.0.7:4000 is gone"}`))
	wantNoted(t, askOne(t, proxy.URL, anyQuery), "The service answered with status 500.", backend.StatusInternal, backend.ErrorSourceDownstream)
	long := newFakeService(t, answering(http.StatusOK, "application/json",
		`{"results":{"A":{"status":500,"error":"`+strings.Repeat("x", 9000)+`\nat y"}}}`))
	wantError(t, askOne(t, long.URL, anyQuery), strings.Repeat("x", 500)+"…", backend.StatusInternal, backend.ErrorSourceDownstream)
}

func TestAServiceThatIsDown(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", "{}"))
	url := fake.URL
	fake.Close()
	got := askOne(t, url, anyQuery)
	wantNoted(t, got, "The service accepts no connections: is it running?", backend.StatusBadGateway, backend.ErrorSourceDownstream)
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
	wantNoted(t, got, "The service did not answer in time.", backend.StatusTimeout, backend.ErrorSourceDownstream)
	if waited := time.Since(began); waited > 10*time.Second {
		t.Errorf("waited %s with a timeout of a second", waited)
	}
}

func TestAServiceThatStopsHalfway(t *testing.T) {
	for name, promised := range map[string]string{"with a length": "1000", "in chunks": ""} {
		t.Run(name, func(t *testing.T) {
			fake := newFakeService(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "application/json")
				if promised != "" {
					w.Header().Set("Content-Length", promised)
				}
				_, _ = w.Write([]byte(`{"results":{`))
				_ = http.NewResponseController(w).Flush()
				panic(http.ErrAbortHandler)
			})
			wantNoted(t, askOne(t, fake.URL, anyQuery), "The service broke off its answer: try again.",
				backend.StatusBadGateway, backend.ErrorSourceDownstream)
		})
	}
}

func TestAConnectionThatWasClosedMeanwhileIsNoFailure(t *testing.T) {
	var arrived atomic.Int64
	answer := answering(http.StatusOK, "application/json", golden(t, "numeric-wide"))
	fake := newFakeService(t, func(w http.ResponseWriter, r *http.Request) {
		if arrived.Add(1) == 2 {
			panic(http.ErrAbortHandler)
		}
		answer(w, r)
	})
	source := dataSource(fake.URL)
	for range 2 {
		got := ask(t, &backend.QueryDataRequest{PluginContext: source, Queries: []backend.DataQuery{saved("A", anyQuery)}})["A"]
		if got.Error != nil {
			t.Error(got.Error)
		}
	}
	if header, sent := fake.seen()[0].header["Idempotency-Key"]; arrived.Load() != 3 || sent {
		t.Errorf("%d requests arrived, the first with %q", arrived.Load(), header)
	}
}

// endless answers chunks until the client has enough.
func endless(chunk string, pause time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		for r.Context().Err() == nil {
			if _, err := w.Write([]byte(chunk)); err != nil {
				return
			}
			_ = http.NewResponseController(w).Flush()
			time.Sleep(pause)
		}
	}
}

func TestAnAnswerWithoutEnd(t *testing.T) {
	quick := newFakeService(t, endless(strings.Repeat(" ", 1<<20), 0))
	wantNoted(t, askOne(t, quick.URL, anyQuery),
		"The answer is too large: ask for a shorter range, a longer interval or fewer groups.",
		backend.StatusBadGateway, backend.ErrorSourceDownstream)
	trickle := newFakeService(t, endless(" ", 50*time.Millisecond))
	wantNoted(t, askOne(t, trickle.URL, anyQuery, withJSON(`{"timeout":1}`)), "The service did not answer in time.",
		backend.StatusTimeout, backend.ErrorSourceDownstream)
}

func TestAnAnswerThatGrowsWhenUnpacked(t *testing.T) {
	fake := newFakeService(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Encoding", "gzip")
		packed := gzip.NewWriter(w)
		chunk := []byte(strings.Repeat(" ", 1<<20))
		for range 200 {
			if _, err := packed.Write(chunk); err != nil {
				return
			}
		}
		_ = packed.Close()
	})
	wantNoted(t, askOne(t, fake.URL, anyQuery),
		"The answer is too large: ask for a shorter range, a longer interval or fewer groups.",
		backend.StatusBadGateway, backend.ErrorSourceDownstream)
}

func TestAnAnswerOfSixteenMegabytesArrives(t *testing.T) {
	const number, columns = "1234567.0123456789,", 40
	rows := (service.MaxAnswerBytes - 20_000) / columns / len(number)
	values := "[" + strings.TrimSuffix(strings.Repeat(number, rows), ",") + "]"
	field := `{"name":"calls","type":"number","typeInfo":{"frame":"float64","nullable":true}}`
	repeated := func(text string) string { return strings.TrimSuffix(strings.Repeat(text+",", columns), ",") }
	body := `{"results":{"A":{"status":200,"frames":[{"schema":{"fields":[` + repeated(field) + `]},"data":{"values":[` + repeated(values) + `]}}]}}}`
	if len(body) < 16_000_000 || len(body) > service.MaxAnswerBytes {
		t.Fatalf("the answer has %d bytes", len(body))
	}
	fake := newFakeService(t, answering(http.StatusOK, "application/json", body))
	began := time.Now()
	got := askOne(t, fake.URL, anyQuery)
	if got.Error != nil || len(got.Frames) != 1 || len(got.Frames[0].Fields) != columns || got.Frames[0].Rows() != rows {
		t.Fatalf("error %v, %d frames", got.Error, len(got.Frames))
	}
	if last, ok := got.Frames[0].At(columns-1, rows-1).(*float64); !ok || *last != 1234567.0123456789 {
		t.Errorf("the last number is %v", last)
	}
	t.Logf("%d bytes in %s", len(body), time.Since(began).Round(time.Millisecond))
}

func TestTLSMistakesAreNamed(t *testing.T) {
	secure := httptest.NewTLSServer(answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	defer secure.Close()
	wantNoted(t, askOne(t, secure.URL, anyQuery), "The service's TLS certificate is not trusted.",
		backend.StatusBadGateway, backend.ErrorSourceDownstream)
	if got := askOne(t, secure.URL, anyQuery, withJSON(`{"tlsSkipVerify":true}`)); got.Error != nil {
		t.Errorf("with verification off: %v", got.Error)
	}
	plain := newFakeService(t, answering(http.StatusOK, "application/json", "{}"))
	wantNoted(t, askOne(t, strings.Replace(plain.URL, "http:", "https:", 1), anyQuery),
		"The service does not speak TLS: use http in the URL.", backend.StatusBadGateway, backend.ErrorSourceDownstream)
}

func TestTheKeyIsNotCarriedAlongARedirection(t *testing.T) {
	elsewhere := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	fake := newFakeService(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, elsewhere.URL+"/api/v1/query", http.StatusTemporaryRedirect)
	})
	wantNoted(t, askOne(t, fake.URL, anyQuery), "The address redirects to another: check the URL.",
		backend.StatusBadGateway, backend.ErrorSourceDownstream)
	if n := len(elsewhere.seen()); n != 0 {
		t.Errorf("another host got %d requests", n)
	}
}
