package plugin

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

func compact(t *testing.T, body string) string {
	t.Helper()
	var out bytes.Buffer
	if err := json.Compact(&out, []byte(body)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func askBoth(t *testing.T, body string) backend.Responses {
	t.Helper()
	fake := newFakeService(t, answering(http.StatusOK, "application/json", body))
	return ask(t, &backend.QueryDataRequest{
		PluginContext: dataSource(fake.URL), Queries: []backend.DataQuery{saved("A", anyQuery), saved("B", anyQuery)},
	})
}

// Each is an answer with one thing wrong that the service must never send; none may reach a panel as data, and none may
// take the good query B with it.
func TestMalformedAnswersAreRefusedAlone(t *testing.T) {
	const unreadable = "The answer cannot be read: the service and the plugin are of different versions."
	const good = `"B":{"status":200,"frames":[{"schema":{"fields":[]},"data":{"values":[]}}]},`
	long := compact(t, golden(t, "numeric-long"))
	with := func(old, new string) string {
		if !strings.Contains(long, old) {
			t.Fatalf("the golden answer does not contain %s", old)
		}
		return strings.Replace(long, old, new, 1)
	}
	bare := func(frame string) string {
		return `{"results":{"A":{"status":200,"frames":[` + frame + `]}}}`
	}
	cases := map[string]string{
		"unknown key beside status":  with(`"status":200`, `"status":200,"took":3`),
		"unknown key beside schema":  with(`"schema":{`, `"kind":"x","schema":{`),
		"no typeInfo":                with(`"typeInfo":{"frame":"string","nullable":true},`, ``),
		"unknown type":               with(`"float64"`, `"decimal"`),
		"more columns than fields":   with(`[21,3,1]`, `[21,3,1],[1,2,3]`),
		"fewer columns than fields":  with(`["answered","busy",""],`, ``),
		"columns of unequal length":  with(`[21,3,1]`, `[21,3]`),
		"decimals with a fraction":   with(`"decimals":0`, `"decimals":2.0`),
		"unknown severity":           with(`"typeVersion":[0,1]`, `"typeVersion":[0,1],"notices":[{"severity":"fatal","text":"x"}]`),
		"label that is not a string": with(`"name":"calls",`, `"name":"calls","labels":{"queue":7},`),
		"text in a number column":    with(`[21,3,1]`, `["21",3,1]`),
		"error that is null":         `{"results":{"A":{"status":200,"error":null,"frames":[]}}}`,
		"data before schema":         bare(`{"data":{"values":[[1]]},"schema":{"fields":[{"name":"calls","typeInfo":{"frame":"float64"}}]}}`),
		"unknown kind of mapping":    with(`"type":"value"`, `"type":"regex"`),
		"ISO time":                   bare(`{"schema":{"fields":[{"name":"time","typeInfo":{"frame":"time.Time"}}]},"data":{"values":[["2026-11-01T00:00:00Z"]]}}`),
	}
	for name, body := range cases {
		t.Run(name, func(t *testing.T) {
			got := askBoth(t, strings.Replace(body, `"A":`, good+`"A":`, 1))
			wantNoted(t, got["A"], unreadable, backend.StatusBadGateway, backend.ErrorSourceDownstream)
			if got["B"].Error != nil || len(got["B"].Frames) != 1 {
				t.Errorf("B was lost with A: %v", got["B"].Error)
			}
		})
	}
}

func TestAnAnswerCutOffIsNobodysAnswer(t *testing.T) {
	whole := golden(t, "numeric-long")
	for refID, got := range askBoth(t, whole[:len(whole)/2]) {
		if got.Error == nil || len(got.Frames) != 0 {
			t.Errorf("%s: %v, %d frames", refID, got.Error, len(got.Frames))
		}
	}
}

func TestAnUnknownKeyBesideTheResultsLosesNoAnswer(t *testing.T) {
	got := askBoth(t, strings.Replace(golden(t, "one-error"), `"results"`, `"took":3,"results"`, 1))
	if got["A"].Error != nil || len(got["A"].Frames) != 1 || got["B"].Error == nil {
		t.Errorf("A: %v, B: %v", got["A"].Error, got["B"].Error)
	}
}

// The decoder says nothing of these two, so the service must not send them: its own tests look at every frame.
func TestWhatTheDecoderTakesInSilence(t *testing.T) {
	const frame = `{"results":{"A":{"status":200,"frames":[{"schema":{"fields":[
		{"name":"time","typeInfo":{"frame":"time.Time"}},{"name":"calls","typeInfo":{"frame":"float64"}},{"name":"queue","typeInfo":{"frame":"string"}}
	]},"data":{"values":[[1793491200000.7],[null],[null]]}}]},"B":{"status":200,"frames":[]}}}`
	got := askBoth(t, frame)["A"]
	if got.Error != nil || len(got.Frames) != 1 {
		t.Fatalf("A: %v", got.Error)
	}
	if diff := cmp.Diff([]any{rangeFrom, 0.0, ""}, got.Frames[0].RowCopy(0)); diff != "" {
		t.Errorf("row differs (-want +got):\n%s", diff)
	}
}
