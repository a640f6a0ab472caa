package plugin

import (
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

const heatmapRows data.FrameType = "heatmap-rows"

// withBucketEnds moves the times of heatmaps, in place, from where their buckets begin, which the service tells, to where
// they end: Grafana draws a heatmap's cells before their times, everywhere else a bucket stands at its beginning.
func withBucketEnds(frames data.Frames) {
	for _, frame := range frames {
		if frame.Meta == nil || frame.Meta.Type != heatmapRows {
			continue
		}
		for _, field := range frame.Fields {
			if field.Type() == data.FieldTypeTime {
				moveToEnds(field)
			}
		}
	}
}

// moveToEnds sets each time to that of the next bucket, the last one to a step later.
func moveToEnds(field *data.Field) {
	last := field.Len() - 1
	if last < 0 || field.Config == nil {
		return
	}
	for row := 0; row < last; row++ {
		field.Set(row, field.At(row+1))
	}
	if begin, isTime := field.At(last).(time.Time); isTime {
		field.Set(last, begin.Add(time.Duration(field.Config.Interval)*time.Millisecond))
	}
}
