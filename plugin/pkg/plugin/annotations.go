package plugin

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"switchboard-contactcenter-datasource/pkg/service"
)

// annotationsQuery is the query type that asks for what people noted beside the numbers, and not for numbers.
const annotationsQuery = "annotations"

// mostAnnotations is the largest page of the service; more marks cannot be told apart.
const mostAnnotations = "200"

// annotation is one item of GET /api/v1/annotations. TimeEnd is nil for a moment.
type annotation struct {
	Time    time.Time  `json:"time"`
	TimeEnd *time.Time `json:"timeEnd"`
	Text    string     `json:"text"`
	Tags    []string   `json:"tags"`
}

// annotations answers a query for annotations with the fields that Grafana draws marks from.
func (i *Instance) annotations(ctx context.Context, saved backend.DataQuery) backend.DataResponse {
	var asked struct {
		Tag      string `json:"tag"`
		TimeZone string `json:"timeZone"`
	}
	if err := json.Unmarshal(saved.JSON, &asked); err != nil {
		return badRequest("The query is not a JSON object.").Response()
	}
	query := url.Values{
		"from":  {utc(saved.TimeRange.From).Format(time.RFC3339Nano)},
		"to":    {utc(saved.TimeRange.To).Format(time.RFC3339Nano)},
		"limit": {mostAnnotations},
	}
	if asked.Tag != "" {
		query.Set("tag", asked.Tag)
	}
	if asked.TimeZone == "" {
		asked.TimeZone = i.defaults.TimeZone
	}
	if asked.TimeZone != "" {
		query.Set("timeZone", asked.TimeZone)
	}
	body, err := i.client.Get(ctx, query, "annotations")
	if err != nil {
		return service.AsError(err).Response()
	}
	var page struct {
		Items []annotation `json:"items"`
	}
	if err := json.Unmarshal(body, &page); err != nil {
		return service.Nonsense().Response()
	}
	return backend.DataResponse{Status: backend.StatusOK, Frames: data.Frames{annotationsFrame(page.Items)}}
}

// annotationsFrame has no columns where there is nothing, as every frame of no data.
func annotationsFrame(items []annotation) *data.Frame {
	frame := data.NewFrame("")
	frame.Meta = &data.FrameMeta{Type: data.FrameTypeTable, TypeVersion: data.FrameTypeVersion{0, 1}}
	if len(items) == 0 {
		return frame
	}
	frame.Fields = data.Fields{
		data.NewField("time", nil, []time.Time{}),
		data.NewField("timeEnd", nil, []*time.Time{}),
		data.NewField("text", nil, []string{}),
		data.NewField("tags", nil, []string{}),
	}
	for _, item := range items {
		frame.AppendRow(item.Time, item.TimeEnd, item.Text, strings.Join(item.Tags, ","))
	}
	return frame
}
