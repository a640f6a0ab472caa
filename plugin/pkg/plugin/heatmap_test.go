package plugin

import (
	"reflect"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

func TestHeatmapsTellWhereBucketsEnd(t *testing.T) {
	day := func(number, hour int) time.Time {
		return time.Date(2026, time.October, number, hour, 0, 0, 0, time.UTC)
	}
	frame := func(frameType data.FrameType, times ...time.Time) *data.Frame {
		field := data.NewField("time", nil, times).SetConfig(&data.FieldConfig{Interval: 24 * 3600 * 1000})
		return data.NewFrame("", field).SetMeta(&data.FrameMeta{Type: frameType})
	}
	// The second day has 25 hours.
	begins := []time.Time{day(24, 22), day(25, 22), day(26, 23)}
	for name, each := range map[string]struct {
		frame *data.Frame
		want  []time.Time
	}{
		"a heatmap":    {frame(heatmapRows, begins...), []time.Time{day(25, 22), day(26, 23), day(27, 23)}},
		"nothing":      {frame(heatmapRows), nil},
		"all the rest": {frame(data.FrameTypeTimeSeriesWide, begins...), begins},
		"no meta":      {data.NewFrame("", data.NewField("time", nil, begins)), begins},
	} {
		t.Run(name, func(t *testing.T) {
			withBucketEnds(data.Frames{each.frame})
			var got []time.Time
			for row := range each.frame.Fields[0].Len() {
				got = append(got, each.frame.Fields[0].At(row).(time.Time))
			}
			if !reflect.DeepEqual(got, each.want) {
				t.Errorf("%v instead of %v", got, each.want)
			}
		})
	}
}
