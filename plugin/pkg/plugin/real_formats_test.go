package plugin

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

func TestEveryFormatOfTheServiceArrives(t *testing.T) {
	made := busyMorning(t)
	cases := map[string]struct {
		query string
		kind  data.FrameType
		want  map[string][]any
		// told is what each field tells a panel of itself.
		told map[string]string
	}{
		"time series": {
			`{"metrics":["calls"],"groupBy":["queue"],"interval":"1h","timeZone":"UTC"}`, data.FrameTypeTimeSeriesWide,
			map[string][]any{
				"time":                 {"2026-11-01 00:00:00", "2026-11-01 01:00:00", "2026-11-01 02:00:00"},
				"calls{queue=}":        {0.0, 0.0, 1.0},
				"calls{queue=sales}":   {2.0, 0.0, 0.0},
				"calls{queue=support}": {0.0, 0.0, 1.0},
			},
			map[string]string{
				"time": ", each 3600000 ms", "calls{queue=}": "unknown, described, locale, to 0",
				"calls{queue=sales}": "sales, described, locale, to 0", "calls{queue=support}": "support, described, locale, to 0",
			},
		},
		"table": {
			`{"metrics":["calls","answer_rate"],"groupBy":["queue"],"format":"table"}`, data.FrameTypeNumericLong,
			map[string][]any{
				"queue": {"sales", "support", ""}, "calls": {2.0, 1.0, 1.0}, "answer_rate": {50.0, 100.0, 0.0},
			},
			map[string]string{
				"queue": "Queue,  is unknown, filterable", "calls": "Calls, described, locale, to 0",
				"answer_rate": "Answer rate, described, percent, to 1",
			},
		},
		"single": {
			`{"metrics":["calls",{"id":"average_talk_time","as":"talk"}],"format":"single"}`, data.FrameTypeNumericWide,
			map[string][]any{"calls": {4.0}, "talk": {40.0}},
			map[string]string{"calls": "Calls, described, locale, to 0", "talk": "talk, described, s, to 1"},
		},
		"states": {
			`{"metrics":["presence_time"],"format":"states"}`, data.FrameTypeTable,
			map[string][]any{
				"time":              {"2026-11-01 00:30:00", "2026-11-01 01:00:00", "2026-11-01 01:30:00"},
				"ann{operator=ann}": {"online", "paused", nil},
			},
			map[string]string{"time": "", "ann{operator=ann}": "ann, described, online is Online, paused is Paused"},
		},
		"facts": {
			`{"metrics":["calls"],"format":"facts","columns":["id","status"],"filters":[{"key":"queue","operator":"=","values":["sales"]}]}`,
			data.FrameTypeTable, map[string][]any{"id": {"X", "first"}, "status": {"busy", "answered"}},
			map[string]string{"id": "Id", "status": "Status, answered is Answered, busy is Busy, filterable"},
		},
		"heatmap": {
			`{"metrics":["calls"],"groupBy":["status"],"format":"heatmap","interval":"1h","timeZone":"UTC"}`, heatmapRows,
			map[string][]any{
				// Where each hour ends.
				"time":                   {"2026-11-01 01:00:00", "2026-11-01 02:00:00", "2026-11-01 03:00:00"},
				"calls{status=answered}": {1.0, 0.0, 1.0},
				"calls{status=busy}":     {1.0, 0.0, 0.0},
				"calls{status=missed}":   {0.0, 0.0, 1.0},
			},
			map[string]string{
				"time": ", each 3600000 ms", "calls{status=answered}": "Answered, described, locale, to 0",
				"calls{status=busy}": "Busy, described, locale, to 0", "calls{status=missed}": "Missed, described, locale, to 0",
			},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			frame := made.frame(t, c.query)
			got := columns(frame)
			if name == "facts" && len(got["id"]) > 0 {
				// The id that the harness made.
				got["id"][0] = "X"
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("columns differ (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.told, told(frame)); diff != "" {
				t.Errorf("configs differ (-want +got):\n%s", diff)
			}
			if frame.Meta == nil || frame.Meta.Type != c.kind || frame.Meta.ExecutedQueryString == "" {
				t.Errorf("meta = %+v", frame.Meta)
			}
		})
	}
}

// told are the fields' settings in a line each: label, unit, decimals, step, whether one can filter by it, names of values.
func told(frame *data.Frame) map[string]string {
	all := map[string]string{}
	for _, field := range frame.Fields {
		config := field.Config
		said := []string{config.DisplayNameFromDS}
		if config.Unit != "" {
			said = append(said, config.Unit)
		}
		if config.Decimals != nil {
			said = append(said, fmt.Sprint("to ", *config.Decimals))
		}
		if config.Interval != 0 {
			said = append(said, fmt.Sprintf("each %.0f ms", config.Interval))
		}
		if config.Filterable != nil && *config.Filterable {
			said = append(said, "filterable")
		}
		for _, mapping := range config.Mappings {
			names, _ := mapping.(data.ValueMapper)
			for value, name := range names {
				said = append(said, value+" is "+name.Text)
			}
		}
		if config.Description != "" {
			said = append(said, "described")
		}
		sort.Strings(said[1:])
		all[nameOf(field)] = strings.Join(said, ", ")
	}
	return all
}
