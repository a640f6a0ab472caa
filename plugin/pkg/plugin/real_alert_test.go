package plugin

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// lately is the half hour before the last whole quarter of an hour: a range that rules look at, of whole buckets.
func lately() (from, to time.Time) {
	to = time.Now().UTC().Truncate(15 * time.Minute)
	return to.Add(-30 * time.Minute), to
}

// lateTenant has five calls in the half hour: three in sales, of which one was answered, and two in support, both answered.
func lateTenant(t *testing.T) tenant {
	t.Helper()
	made := theService(t).tenant(t)
	from, _ := lately()
	for minute, call := range map[int][2]string{
		1: {"answered", "sales"}, 2: {"missed", "sales"}, 16: {"missed", "sales"}, 17: {"answered", "support"}, 18: {"answered", "support"},
	} {
		made.deliver(t, map[string]any{
			"kind": "call", "direction": "inbound", "status": call[0], "queue": call[1],
			"startedAt": from.Add(time.Duration(minute) * time.Minute).Format(time.RFC3339),
		})
	}
	return made
}

// A rule on rows or on single values needs no Reduce step: one number, typed, and for rows one text column for each label.
func TestRulesReadNumbersWithoutAReduceStep(t *testing.T) {
	made := lateTenant(t)
	from, to := lately()
	rows := made.frame(t, `{"metrics":["calls"],"groupBy":["queue"],"format":"table"}`, during(from, to), fromAlert)
	if diff := cmp.Diff(map[string][]any{"queue": {"sales", "support"}, "calls": {3.0, 2.0}}, columns(rows)); diff != "" {
		t.Errorf("rows differ (-want +got):\n%s", diff)
	}
	one := made.frame(t, `{"metrics":["answer_rate"],"format":"single"}`, during(from, to), fromAlert)
	if diff := cmp.Diff(map[string][]any{"answer_rate": {60.0}}, columns(one)); diff != "" {
		t.Errorf("single differs (-want +got):\n%s", diff)
	}
	for kind, frame := range map[data.FrameType]*data.Frame{data.FrameTypeNumericLong: rows, data.FrameTypeNumericWide: one} {
		if frame.Meta.Type != kind || frame.Meta.TypeVersion != (data.FrameTypeVersion{0, 1}) {
			t.Errorf("meta = %+v, want %s", frame.Meta, kind)
		}
		if fields := frame.TypeIndices(data.FieldTypeNullableFloat64); len(fields) != 1 {
			t.Errorf("%s has %d number fields", kind, len(fields))
		}
	}
}

// A rule asks for a point each second and 43,200 of them; no metric is finer than a minute. Minutes without calls are zero.
func TestRulesGetWholeMinutesWithZeros(t *testing.T) {
	made := lateTenant(t)
	from, to := lately()
	frame := made.frame(t, `{"metrics":["calls"]}`, during(from, to), fromAlert)
	got := columns(frame)
	want := make([]any, 30)
	for minute := range want {
		want[minute] = 0.0
	}
	for _, minute := range []int{1, 2, 16, 17, 18} {
		want[minute] = 1.0
	}
	if diff := cmp.Diff(want, got["calls"]); diff != "" {
		t.Errorf("counts differ (-want +got):\n%s", diff)
	}
	if first, _ := frame.Fields[0].ConcreteAt(0); !first.(time.Time).Equal(from) || frame.Fields[0].Config.Interval != 60_000 {
		t.Errorf("the first minute is %v, and each %v ms", first, frame.Fields[0].Config.Interval)
	}
	quiet := columns(made.frame(t, `{"metrics":["calls"],"format":"single","filters":[{"key":"queue","operator":"=","values":["nobody"]}]}`,
		during(from, to), fromAlert))
	if diff := cmp.Diff(map[string][]any{"calls": {0.0}}, quiet); diff != "" {
		t.Errorf("no calls differ (-want +got):\n%s", diff)
	}
}

// nearly leaves the last digits of a division to PostgreSQL.
var nearly = cmpopts.EquateApprox(1e-12, 0)

// Of too few calls no rate is made. On a panel it is null; a rule would page about a null, so it gets nothing instead.
func TestRatiosOfTooFewAreNotThere(t *testing.T) {
	made := lateTenant(t)
	from, to := lately()
	const byQueue = `{"metrics":["answer_rate"],"groupBy":["queue"],"format":"table","minDenominator":3}`
	panel := columns(made.frame(t, byQueue, during(from, to)))
	if diff := cmp.Diff(map[string]any{"sales": 100.0 / 3, "support": nil}, byLabel(panel, "queue", "answer_rate"), nearly); diff != "" {
		t.Errorf("panel differs (-want +got):\n%s", diff)
	}
	rule := columns(made.frame(t, byQueue, during(from, to), fromAlert))
	if diff := cmp.Diff(map[string]any{"sales": 100.0 / 3}, byLabel(rule, "queue", "answer_rate"), nearly); diff != "" {
		t.Errorf("rule differs (-want +got):\n%s", diff)
	}
	const byQuarter = `{"metrics":["answer_rate"],"interval":"15m","minDenominator":3}`
	if got := columns(made.frame(t, byQuarter, during(from, to), fromAlert)); !cmp.Equal(got["answer_rate"], []any{nil, 200.0 / 3}, nearly) {
		t.Errorf("over time: %v", got["answer_rate"])
	}
	// Nothing at all is a frame without fields: one with empty fields would calm a rule that fires.
	for name, query := range map[string]string{
		"rows":   `{"metrics":["answer_rate"],"groupBy":["queue"],"format":"table","minDenominator":100}`,
		"single": `{"metrics":["answer_rate"],"format":"single","minDenominator":100}`,
		"series": `{"metrics":["answer_rate"],"minDenominator":100}`,
	} {
		if frame := made.frame(t, query, during(from, to), fromAlert); len(frame.Fields) != 0 || frame.Meta == nil || frame.Meta.Type == "" {
			t.Errorf("%s: %d fields, meta %+v", name, len(frame.Fields), frame.Meta)
		}
	}
}

func byLabel(columns map[string][]any, label, number string) map[string]any {
	values := map[string]any{}
	for row, name := range columns[label] {
		text, _ := name.(string)
		values[text] = columns[number][row]
	}
	return values
}

// The hour that has only begun would look like a fall of calls.
func TestTheOpenBucketCanBeDropped(t *testing.T) {
	made := theService(t).tenant(t)
	hour := time.Now().UTC().Truncate(time.Hour)
	made.deliver(t, call(hour.Add(-30*time.Minute), "answered", nil), call(hour.Add(-90*time.Minute), "answered", nil), call(time.Now(), "answered", nil))
	whole := during(hour.Add(-2*time.Hour), hour.Add(time.Hour))
	for query, want := range map[string][]any{
		`{"metrics":["calls"],"interval":"1h","dropOpenBucket":true}`:  {1.0, 1.0},
		`{"metrics":["calls"],"interval":"1h","dropOpenBucket":false}`: {1.0, 1.0, 1.0},
	} {
		if got := columns(made.frame(t, query, whole, fromAlert)); !cmp.Equal(got["calls"], want) {
			t.Errorf("%s: %v, want %v", query, got["calls"], want)
		}
	}
}

// A range until midnight, as of "today", ends for a rule with the hour that has begun, or with the last that is over.
func TestHoursThatHaveNotBegunAreNotThere(t *testing.T) {
	made := theService(t).tenant(t)
	hour := time.Now().UTC().Truncate(time.Hour)
	made.deliver(t, call(hour.Add(-30*time.Minute), "answered", nil), call(time.Now(), "answered", nil))
	untilMidnight := during(hour.Add(-2*time.Hour), hour.Add(9*time.Hour))
	for query, want := range map[string][]any{
		`{"metrics":["calls"],"interval":"1h","dropOpenBucket":true}`:  {0.0, 1.0},
		`{"metrics":["calls"],"interval":"1h","dropOpenBucket":false}`: {0.0, 1.0, 1.0},
	} {
		if got := columns(made.frame(t, query, untilMidnight, fromAlert)); !cmp.Equal(got["calls"], want) {
			t.Errorf("%s: %v, want %v", query, got["calls"], want)
		}
	}
	later := made.frame(t, `{"metrics":["calls"],"interval":"1h"}`, during(hour.Add(2*time.Hour), hour.Add(4*time.Hour)), fromAlert)
	if len(later.Fields) != 0 || later.Meta.Type != data.FrameTypeTimeSeriesWide {
		t.Errorf("hours to come: %d fields, meta %+v", len(later.Fields), later.Meta)
	}
}

// A map's coordinates are numbers too, and rows without a number would be instances without data.
func TestRulesGetOneNumberForPlacesAndRowsOverTime(t *testing.T) {
	made := theService(t).tenant(t)
	from, to := lately()
	made.deliver(t, map[string]any{
		"kind": "dialogue", "startedAt": from.Add(time.Minute).Format(time.RFC3339), "resolved": true,
		"location": map[string]any{"lat": 55.8, "lon": 37.6},
	})
	for query, want := range map[string]map[string][]any{
		`{"metrics":["dialogues"],"groupBy":["location"],"format":"table"}`: {"location": {"55.8,37.6"}, "dialogues": {1.0}},
		`{"metrics":["dialogues_bot_percent"],"groupBy":["resolved"],"format":"table","interval":"15m"}`: {
			"time": {from.Format(time.DateTime)}, "resolved": {"true"}, "dialogues_bot_percent": {0.0},
		},
	} {
		frame := made.frame(t, query, during(from, to), fromAlert)
		if diff := cmp.Diff(want, columns(frame)); diff != "" {
			t.Errorf("%s differs (-want +got):\n%s", query, diff)
		}
		if numbers := frame.TypeIndices(data.FieldTypeNullableFloat64); len(numbers) != 1 {
			t.Errorf("%s has %d number fields", query, len(numbers))
		}
	}
}

func TestRulesThatCannotBeAreRefused(t *testing.T) {
	made := lateTenant(t)
	from, to := lately()
	const notANumber = "An alert rule watches a number: choose the format time_series, table or single."
	for query, text := range map[string]string{
		`{"metrics":["calls","dialogues"],"format":"single"}`:                                  "An alert rule watches one number: ask for one metric.",
		`{"metrics":["calls"],"compare":"previous_week","format":"table","groupBy":["queue"]}`: "An alert rule watches one number: leave out compare.",
		`{"metrics":["calls"],"format":"facts"}`:                                               notANumber,
		`{"metrics":["presence_time"],"format":"states"}`:                                      notANumber,
		`{"metrics":["calls"],"format":"heatmap","groupBy":["queue"]}`:                         notANumber,
		`{"metrics":[]}`: "The query names no metric.",
	} {
		wantError(t, made.ask(t, query, during(from, to), fromAlert), text, backend.StatusBadRequest, backend.ErrorSourceDownstream)
	}
	// A panel may ask for both.
	if got := columns(made.frame(t, `{"metrics":["calls","dialogues"],"format":"single"}`, during(from, to))); got["calls"][0] != 5.0 {
		t.Errorf("a panel: %v", got)
	}
}
