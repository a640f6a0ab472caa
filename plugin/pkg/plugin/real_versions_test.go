package plugin

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// A rule that was saved by an older plugin never meets the front end: the service reads it as the front end would.
func TestQueriesOfEveryVersionAreAnswered(t *testing.T) {
	made := busyMorning(t)
	files, err := filepath.Glob(filepath.Join("..", "..", "contracts", "migrations", "*.json"))
	if err != nil || len(files) < 2 {
		t.Fatalf("%d documents (%v)", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var golden struct {
			Cases []struct {
				Name            string
				Given, Expected json.RawMessage
				Refused         string
			}
		}
		if err := json.Unmarshal(text, &golden); err != nil {
			t.Fatal(err)
		}
		for _, c := range golden.Cases {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".json")+"/"+c.Name, func(t *testing.T) {
				given, expected := made.ask(t, string(c.Given)), made.ask(t, string(c.Expected))
				if c.Refused != "" {
					wantError(t, given, c.Refused, backend.StatusBadRequest, backend.ErrorSourceDownstream)
					return
				}
				said := func(got backend.DataResponse) string {
					if got.Error == nil {
						return ""
					}
					return got.Error.Error()
				}
				if diff := cmp.Diff(said(expected), said(given)); diff != "" {
					t.Errorf("errors differ (-today +saved):\n%s", diff)
				}
				if diff := cmp.Diff(expected.Frames, given.Frames, data.FrameTestCompareOptions()...); diff != "" {
					t.Errorf("frames differ (-today +saved):\n%s", diff)
				}
			})
		}
	}
	if got := columns(made.frame(t, `{"metrics":"calls","format":"single","filters":[{"key":"queue","operator":"=","value":"sales"}]}`)); got["calls"][0] != 2.0 {
		t.Errorf("a query of version 0: %v", got)
	}
}
