package plugin

import (
	"net/http"
	"os"
	"path/filepath"
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

// mapped is a config that shows values under names of theirs.
func mapped(config data.FieldConfig, names map[string]string) *data.FieldConfig {
	mapper := data.ValueMapper{}
	for value, text := range names {
		mapper[value] = data.ValueMappingResult{Text: text}
	}
	config.Mappings = data.ValueMappings{mapper}
	return &config
}

func dimension(name, label string, names map[string]string, values []*string) *data.Field {
	config := mapped(data.FieldConfig{DisplayNameFromDS: label}, names)
	return data.NewField(name, nil, values).SetConfig(config.SetFilterable(true))
}

// states is what one operator did; nil closes.
func states(operator, name string, words map[string]string, values ...*string) *data.Field {
	const description = "Time that operators spent in a state, from presence records."
	config := mapped(data.FieldConfig{DisplayNameFromDS: name, Description: description}, words)
	return data.NewField(operator, data.Labels{"operator": operator}, values).SetConfig(config)
}

// degrees are the coordinates of two places and of an unknown one.
func degrees(name, label string, one, other float64) *data.Field {
	config := &data.FieldConfig{DisplayNameFromDS: label}
	return data.NewField(name, nil, []*float64{&one, &other, nil}).SetConfig(config.SetDecimals(1))
}

func plain(name string, config data.FieldConfig, values any) *data.Field {
	return data.NewField(name, nil, values).SetConfig(&config)
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
	none, one, two, eight, ten, twelve, talk := 0.0, 1.0, 2.0, 8.0, 10.0, 12.0, 61.5
	online, paused, tags := "online", "paused", "vip, urgent"
	statuses := map[string]string{"answered": "Answered", "busy": "Busy"}
	at := func(minutes int) time.Time { return rangeFrom.Add(time.Duration(minutes) * time.Minute) }
	newest, before := at(90).Add(500*time.Millisecond), at(30)
	facts := typed(data.FrameTypeTable, "The records behind Calls, 2026-11-01 00:00 to 03:00 (UTC)",
		plain("at", data.FieldConfig{DisplayNameFromDS: "Counted at"}, []*time.Time{&newest, &before}),
		plain("id", data.FieldConfig{DisplayNameFromDS: "Id"}, texts("call-2", "call-1")),
		dimension("status", "Status", statuses, texts("answered", "busy")),
		plain("talkSeconds", data.FieldConfig{DisplayNameFromDS: "Talk", Unit: "s"}, []*float64{&talk, nil}),
		plain("tags", data.FieldConfig{DisplayNameFromDS: "Tags"}, []*string{&tags, nil}))
	facts.Meta.Notices = []data.Notice{{Severity: data.NoticeSeverityInfo, Text: "Only the newest 2 are shown."}}
	facts.Meta.Custom = map[string]any{"next": "after-call-1"}
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
		"timeseries-long": {typed(data.FrameTypeTimeSeriesLong, "Calls by status, each hour, 2026-11-01 00:00 to 03:00 (UTC)",
			timeField(hours(0, 0, 1, 1)),
			dimension("status", "Status", statuses, texts("answered", "busy", "answered", "busy")),
			count("calls", "Calls", ofCalls, nil, []*float64{&twelve, &one, &none, nil}))},
		"compare": {typed(data.FrameTypeTimeSeriesWide,
			"Calls and those of the previous week, each hour, 2026-11-01 00:00 to 03:00 (UTC)",
			timeField(hours(0, 1, 2)),
			count("calls", "Calls", ofCalls, nil, numbers(12, 0, 9)),
			count("calls", "Calls (previous week)", ofCalls, data.Labels{"compare": "previous_week"}, []*float64{&ten, nil, &eight}))},
		// Where each hour ends.
		"heatmap-rows": {typed(heatmapRows, "Calls by status, each hour, 2026-11-01 00:00 to 03:00 (UTC)",
			timeField(hours(1, 2, 3)),
			count("calls", "Answered", ofCalls, data.Labels{"status": "answered"}, numbers(12, 0, 9)),
			count("calls", "Busy", ofCalls, data.Labels{"status": "busy"}, []*float64{&one, nil, &none}))},
		"location": {typed(data.FrameTypeNumericLong, "Calls by location, 2026-11-01 00:00 to 03:00 (UTC)",
			dimension("location", "Location", map[string]string{"": "unknown"}, texts("55.8,37.6", "-33.9,151.2", "")),
			degrees("latitude", "Latitude", 55.8, -33.9), degrees("longitude", "Longitude", 37.6, 151.2),
			count("calls", "Calls", ofCalls, nil, numbers(21, 3, 1)))},
		"states": {typed(data.FrameTypeTable, "Time in states, 2026-11-01 00:00 to 03:00 (UTC)",
			data.NewField("time", nil, []time.Time{at(30), at(60), at(90)}).SetConfig(&data.FieldConfig{}),
			states("ann", "Ann Baker", map[string]string{"online": "Online", "paused": "Paused"}, &online, &paused, nil),
			states("bo", "bo", map[string]string{"online": "Online"}, nil, &online, &online))},
		"facts":     {facts},
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

func TestGoldenAnswersAreKeptSmall(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "contracts", "*.json"))
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || info.Size() > 4096 {
			t.Errorf("%s is larger than 4 KB (%v)", file, err)
		}
	}
}
