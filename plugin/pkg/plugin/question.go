package plugin

import (
	"bytes"
	"encoding/json"
	"math"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// question is the body of one POST /api/v1/query. An empty zone or week start means the tenant's.
type question struct {
	TimeZone  string                       `json:"timeZone,omitempty"`
	WeekStart string                       `json:"weekStart,omitempty"`
	From      time.Time                    `json:"from"`
	To        time.Time                    `json:"to"`
	Queries   []map[string]json.RawMessage `json:"queries"`
}

// grafanaOwn are members that Grafana writes into every query and that are no part of the service's query model.
var grafanaOwn = []string{
	"datasource", "datasourceId", "datasourceUid", "hide", "intervalMs", "key", "queryCachingTTL", "queryType",
	"resultAssertions", "timeRange", "timeZone", "weekStart",
}

// read decodes a saved query; what is wrong with its settings, and what an older one means by them, the service knows.
func read(saved backend.DataQuery) (query map[string]json.RawMessage, err error) {
	if err := json.Unmarshal(saved.JSON, &query); err != nil || query == nil {
		return nil, badRequest("The query is not a JSON object.")
	}
	return query, nil
}

// namesNoMetric says that a query asks for nothing, as one of a panel that is still being made.
func namesNoMetric(query map[string]json.RawMessage) bool {
	switch string(bytes.Join(bytes.Fields(query["metrics"]), nil)) {
	case "", "null", "[]", `""`:
		return true
	}
	return false
}

// zoneOf is the zone and week start that the query carries, else the data source's.
func zoneOf(query map[string]json.RawMessage, defaults zoneDefaults) zoneDefaults {
	return zoneDefaults{
		TimeZone:  textOr(query["timeZone"], defaults.TimeZone),
		WeekStart: textOr(query["weekStart"], defaults.WeekStart),
	}
}

func textOr(raw json.RawMessage, otherwise string) string {
	var text string
	if err := json.Unmarshal(raw, &text); err != nil || text == "" {
		return otherwise
	}
	return text
}

// outgoing is the query as the service takes it: Grafana's own members out; name, range and points from the request.
func outgoing(query map[string]json.RawMessage, saved backend.DataQuery, fromAlert bool) (map[string]json.RawMessage, error) {
	for _, name := range grafanaOwn {
		delete(query, name)
	}
	added := map[string]any{
		"refId":     saved.RefID,
		"from":      utc(saved.TimeRange.From),
		"to":        utc(saved.TimeRange.To),
		"fromAlert": fromAlert,
	}
	delete(query, "maxDataPoints")
	if points := pointsOf(saved); points > 0 {
		added["maxDataPoints"] = points
	}
	for name, value := range added {
		raw, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		query[name] = raw
	}
	return query, nil
}

// pointsOf is how many points an automatic interval may make. Grafana's interval is never shorter than the panel's
// "min interval", so a range holds no more points than intervals of that length.
func pointsOf(saved backend.DataQuery) int64 {
	points := saved.MaxDataPoints
	if saved.Interval <= 0 || saved.TimeRange.Duration() <= 0 {
		return points
	}
	fitting := int64(math.Ceil(float64(saved.TimeRange.Duration()) / float64(saved.Interval)))
	if points <= 0 {
		return fitting
	}
	return min(points, fitting)
}

// utc is the instant to the millisecond, which is what the service resolves.
func utc(at time.Time) time.Time {
	return at.UTC().Truncate(time.Millisecond)
}
