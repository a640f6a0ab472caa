package plugin

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

func hours(ns ...int) []time.Time {
	times := make([]time.Time, len(ns))
	for i, n := range ns {
		times[i] = rangeFrom.Add(time.Duration(n) * time.Hour)
	}
	return times
}

func numbers(ns ...float64) []*float64 {
	values := make([]*float64, len(ns))
	for i := range ns {
		values[i] = &ns[i]
	}
	return values
}

func texts(values ...string) []*string {
	out := make([]*string, len(values))
	for i := range values {
		out[i] = &values[i]
	}
	return out
}

func timeField(values []time.Time) *data.Field {
	return data.NewField("time", nil, values).SetConfig(&data.FieldConfig{Interval: 3_600_000})
}

func count(name, label, description string, labels data.Labels, values []*float64) *data.Field {
	config := &data.FieldConfig{DisplayNameFromDS: label, Description: description, Unit: "locale"}
	return data.NewField(name, labels, values).SetConfig(config.SetDecimals(0))
}

func dimension(name, label string, names map[string]string, values []*string) *data.Field {
	mapper := data.ValueMapper{}
	for value, text := range names {
		mapper[value] = data.ValueMappingResult{Text: text}
	}
	config := &data.FieldConfig{DisplayNameFromDS: label, Mappings: data.ValueMappings{mapper}}
	return data.NewField(name, nil, values).SetConfig(config.SetFilterable(true))
}

func typed(kind data.FrameType, executed string, fields ...*data.Field) *data.Frame {
	frame := data.NewFrame("", fields...)
	frame.RefID = "A"
	frame.Meta = &data.FrameMeta{Type: kind, TypeVersion: data.FrameTypeVersion{0, 1}, ExecutedQueryString: executed}
	return frame
}

const (
	ofCalls     = "Number of calls, by start time, from call records."
	ofDialogues = "Number of dialogues, by start time, from dialogue records."
)

func TestEveryGoldenAnswerDecodesExactly(t *testing.T) {
	one, two := 1.0, 2.0
	noticed := typed(data.FrameTypeNumericLong,
		"Dialogues by channel, the first 1 and others, 2026-11-01 00:00 to 03:00 (UTC)",
		dimension("channel", "Channel", map[string]string{"web": "Web"}, texts("web", "Others")),
		count("dialogues", "Dialogues", ofDialogues, nil, numbers(11, 3)))
	noticed.Meta.Notices = []data.Notice{
		{Severity: data.NoticeSeverityInfo, Text: "Only the first 1 of 3 groups is shown; the rest is added up as Others."},
		{Severity: data.NoticeSeverityWarning, Text: "The filter on status does not apply to dialogues and was ignored."},
	}
	want := map[string]data.Frames{
		"timeseries-wide": {typed(data.FrameTypeTimeSeriesWide,
			"Dialogues by channel, each hour, 2026-11-01 00:00 to 03:00 (UTC)",
			timeField(hours(0, 1, 2)),
			count("dialogues", "Web", ofDialogues, data.Labels{"channel": "web"}, numbers(4, 0, 7)),
			count("dialogues", "Viber", ofDialogues, data.Labels{"channel": "viber"}, []*float64{&one, &two, nil}))},
		"timeseries-multi": {
			typed(data.FrameTypeTimeSeriesMulti, "Calls by status, each hour, 2026-11-01 00:00 to 03:00 (UTC)",
				timeField(hours(0, 2)),
				count("calls", "Answered", ofCalls, data.Labels{"status": "answered"}, numbers(12, 9))),
			typed(data.FrameTypeTimeSeriesMulti, "",
				timeField(hours(1)),
				count("calls", "Busy", ofCalls, data.Labels{"status": "busy"}, numbers(1)))},
		"numeric-long": {typed(data.FrameTypeNumericLong, "Calls by status, 2026-11-01 00:00 to 03:00 (UTC)",
			dimension("status", "Status", map[string]string{"answered": "Answered", "busy": "Busy", "": "unknown"},
				texts("answered", "busy", "")),
			count("calls", "Calls", ofCalls, nil, numbers(21, 3, 1)))},
		"numeric-wide": {typed(data.FrameTypeNumericWide, "Calls, Dialogues, 2026-11-01 00:00 to 03:00 (UTC)",
			count("calls", "Calls", ofCalls, nil, numbers(25)),
			count("dialogues", "Dialogues", ofDialogues, nil, numbers(14)))},
		"no-data":   {typed(data.FrameTypeTimeSeriesWide, "")},
		"one-error": {typed(data.FrameTypeNumericWide, "", count("calls", "Calls", ofCalls, nil, numbers(25)))},
		"notices":   {noticed},
	}
	files, err := filepath.Glob(filepath.Join("..", "..", "contracts", "*.json"))
	if err != nil || len(files) != len(want) {
		t.Fatalf("%d golden answers, %d expectations (%v)", len(files), len(want), err)
	}
	for name, frames := range want {
		t.Run(name, func(t *testing.T) {
			fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, name)))
			got := ask(t, &backend.QueryDataRequest{
				PluginContext: dataSource(fake.URL),
				Queries:       []backend.DataQuery{saved("A", `{"metrics":["calls"]}`), saved("B", `{"metrics":["calls"]}`)},
			})
			if got["A"].Error != nil || got["A"].Status != backend.StatusOK {
				t.Fatalf("A: %v, status %d", got["A"].Error, got["A"].Status)
			}
			if diff := cmp.Diff(frames, got["A"].Frames, data.FrameTestCompareOptions()...); diff != "" {
				t.Errorf("frames differ (-want +got):\n%s", diff)
			}
			if name == "one-error" {
				wantError(t, got["B"], "There is no metric “cals”: did you mean “calls”?", backend.StatusBadRequest, backend.ErrorSourceDownstream)
			}
		})
	}
}

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

func TestGoldenAnswersAreKeptSmall(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "contracts", "*.json"))
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || info.Size() > 4096 {
			t.Errorf("%s is larger than 4 KB (%v)", file, err)
		}
	}
}
