package plugin

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// Rows of a quarter of an hour for each of 40 queues with long names: just below the 16 MB that are read, and just above.
func TestAnAnswerOfSixteenMegabytesOfTheServiceArrives(t *testing.T) {
	const queues, letters = 40, 200
	// In the answer a row is 1793491200000, and "sales…001", and 0, with their commas.
	const row = 14 + letters + 3 + 2
	made := theService(t).tenant(t)
	records := make([]map[string]any, queues)
	for index := range records {
		name := fmt.Sprintf("%s%03d", strings.Repeat("sales", letters/5)[3:], index)
		records[index] = call(rangeTo.Add(-time.Minute), "answered", map[string]any{"queue": name})
	}
	made.deliver(t, records...)
	ask := func(buckets int) backend.DataResponse {
		began := time.Now()
		defer func() {
			t.Logf("%d bytes in %s", buckets*queues*row, time.Since(began).Round(time.Millisecond))
		}()
		return made.ask(t, `{"metrics":["calls"],"groupBy":["queue"],"format":"table","interval":"15m","timeZone":"UTC"}`,
			during(rangeTo.Add(time.Duration(-buckets)*15*time.Minute), rangeTo))
	}
	const fitting = 1_900
	got := ask(fitting)
	if got.Error != nil || len(got.Frames) != 1 || got.Frames[0].Rows() != queues*fitting {
		t.Fatalf("error %v, %d frames", got.Error, len(got.Frames))
	}
	calls := 0.0
	for _, value := range columns(got.Frames[0])["calls"] {
		number, _ := value.(float64)
		calls += number
	}
	if calls != queues {
		t.Errorf("%v calls in all rows, want %d", calls, queues)
	}
	wantNoted(t, ask(fitting+30), "The answer is too large: ask for a shorter range, a longer interval or fewer groups.",
		backend.StatusBadGateway, backend.ErrorSourceDownstream)
}
