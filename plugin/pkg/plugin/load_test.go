package plugin

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// echo answers each query with the number that its metric's name ends in, some a little later than others.
func echo(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		Queries []struct {
			RefID   string   `json:"refId"`
			Metrics []string `json:"metrics"`
		} `json:"queries"`
	}
	body, _ := io.ReadAll(r.Body)
	_ = json.Unmarshal(body, &asked)
	results := map[string]json.RawMessage{}
	for _, query := range asked.Queries {
		var number int
		_, _ = fmt.Sscanf(query.Metrics[0], "metric_%d", &number)
		time.Sleep(time.Duration(number%7) * time.Millisecond)
		results[query.RefID] = json.RawMessage(fmt.Sprintf(`{"status":200,"frames":[{"schema":{"fields":[{"name":"%s",`+
			`"typeInfo":{"frame":"float64","nullable":true}}]},"data":{"values":[[%d]]}}]}`, query.Metrics[0], number))
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"results": results})
}

// eventually waits until what is counted is at most the limit, and returns the last count.
func eventually(limit int, patience time.Duration, count func() int) int {
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if n := count(); n <= limit || time.Now().After(end) {
			return n
		}
	}
}

func TestAHundredQuestionsAtOnceLeaveNothingBehind(t *testing.T) {
	const questions, rounds = 100, 3
	var open atomic.Int64
	fake := httptest.NewUnstartedServer(http.HandlerFunc(echo))
	fake.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		switch state {
		case http.StateNew:
			open.Add(1)
		case http.StateClosed, http.StateHijacked:
			open.Add(-1)
		}
	}
	pluginClient(t)
	// Connections of tests before this one may still be closing.
	before := eventually(0, time.Second, runtime.NumGoroutine)
	fake.Start()
	source := dataSource(fake.URL)
	for round := range rounds {
		var running sync.WaitGroup
		for number := range questions {
			running.Go(func() {
				first, second := saved("A", fmt.Sprintf(`{"metrics":["metric_%d"]}`, number)),
					saved("B", fmt.Sprintf(`{"metrics":["metric_%d"],"timeZone":"Asia/Tokyo"}`, number+1000))
				got := ask(t, &backend.QueryDataRequest{PluginContext: source, Queries: []backend.DataQuery{first, second}})
				for refID, want := range map[string]float64{"A": float64(number), "B": float64(number + 1000)} {
					answer := got[refID]
					if answer.Error != nil || len(answer.Frames) != 1 {
						t.Errorf("round %d, %s: %v", round, refID, answer.Error)
					} else if value, ok := answer.Frames[0].At(0, 0).(*float64); !ok || *value != want {
						t.Errorf("round %d, %s: %v, want %v", round, refID, value, want)
					}
				}
			})
		}
		running.Wait()
	}
	if n := open.Load(); n > questions {
		t.Errorf("%d connections for %d questions at once", n, questions)
	}
	// The settings are saved again: the instance before gives its connections back once nobody can be using it any more.
	source.DataSourceInstanceSettings.Updated = time.Now()
	ask(t, &backend.QueryDataRequest{PluginContext: source, Queries: []backend.DataQuery{saved("A", `{"metrics":["metric_1"]}`)}})
	if n := eventually(1, 15*time.Second, func() int { return int(open.Load()) }); n > 1 {
		t.Errorf("%d connections are left", n)
	}
	fake.Close()
	if n := eventually(before+2, 10*time.Second, runtime.NumGoroutine); n > before+2 {
		t.Errorf("%d goroutines, and %d before", n, before)
	}
}
