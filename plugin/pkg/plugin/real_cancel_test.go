package plugin

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// waiting is how many statements of the service stand before the lock that a test holds.
func (s realService) waiting(t *testing.T) int {
	t.Helper()
	// The transaction that holds the lock would see one moment again and again.
	s.sql(t, "select pg_stat_clear_snapshot()")
	rows := s.sql(t, `select count(*)::int4 as n from pg_stat_activity
		where state = 'active' and wait_event_type = 'Lock' and pid <> pg_backend_pid()`)
	n, _ := rows[0]["n"].(float64)
	return int(n)
}

// A viewer who leaves a dashboard leaves nothing running: from gRPC through the service to PostgreSQL.
func TestCancellationReachesPostgreSQL(t *testing.T) {
	const questions = 5
	made := busyMorning(t)
	service := made.service
	service.sql(t, "begin")
	service.sql(t, "lock table fact.call in access exclusive mode")
	held := true
	release := func() {
		if held {
			service.sql(t, "rollback")
		}
		held = false
	}
	defer release()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, questions)
	source := made.source()
	for number := range questions {
		go func() {
			query := fmt.Sprintf(`{"metrics":["calls"],"format":"single","minDenominator":%d}`, number)
			_, err := pluginClient(t).QueryData(ctx, &backend.QueryDataRequest{
				PluginContext: source, Queries: []backend.DataQuery{saved("A", query), saved("B", query)},
			})
			ended <- err
		}()
	}
	if n := eventuallyAtLeast(questions, 20*time.Second, func() int { return service.waiting(t) }); n < questions {
		t.Fatalf("%d statements run, want %d", n, questions)
	}
	began := time.Now()
	cancel()
	n := eventually(0, 10*time.Second, func() int { return service.waiting(t) })
	if took := time.Since(began); n > 0 || took > 2*time.Second {
		t.Errorf("%d statements still run after %s", n, took)
	} else {
		t.Logf("the last of %d statements was gone after %s", questions, took.Round(time.Millisecond))
	}
	for range questions {
		if err := <-ended; err == nil {
			t.Error("a cancelled question was answered")
		}
	}
	release()
	// The connections are whole: the next questions are answered.
	for range questions {
		if got := columns(made.frame(t, `{"metrics":["calls"],"format":"single"}`)); got["calls"][0] != 4.0 {
			t.Errorf("after the cancellation: %v", got)
		}
	}
}

// The data source's own timeout gives a statement up as well.
func TestATimeoutReachesPostgreSQL(t *testing.T) {
	made := busyMorning(t)
	service := made.service
	service.sql(t, "begin")
	defer func() { service.sql(t, "rollback") }()
	service.sql(t, "lock table fact.call in access exclusive mode")
	got := ask(t, &backend.QueryDataRequest{
		PluginContext: made.source(withJSON(`{"timeout":1}`)), Queries: []backend.DataQuery{saved("A", anyQuery)},
	})["A"]
	wantNoted(t, got, "The service did not answer in time.", backend.StatusTimeout, backend.ErrorSourceDownstream)
	if n := eventually(0, 2*time.Second, func() int { return service.waiting(t) }); n > 0 {
		t.Errorf("%d statements still run", n)
	}
}

func eventuallyAtLeast(limit int, patience time.Duration, count func() int) int {
	return -eventually(-limit, patience, func() int { return -count() })
}
