package plugin

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// variable is a text with a variable in it. Only a browser fills those in: a rule has none, and an externally shared
// dashboard is asked as it was saved. The short forms must be the whole text, since a value may hold a dollar sign.
var variable = regexp.MustCompile(`^\$[A-Za-z_]\w*$|^\[\[[A-Za-z_]\w*(:\w+)?\]\]$|\$\{[A-Za-z_][^}]*\}`)

// essential are the members without which a filter or a metric says nothing; the first queries had one "value".
var essential = []string{"id", "key", "value", "values"}

// withoutVariables takes what variables would have decided out of the query, as "All" does: a filter goes, a parameter or
// a switch is at its default. It returns the variables, sorted. Its error is a sentence where nothing may be left out.
func withoutVariables(query map[string]json.RawMessage, fromAlert bool) (variables []string, err error) {
	for name, raw := range query {
		if !bytes.Contains(raw, []byte("$")) && !bytes.Contains(raw, []byte("[[")) {
			continue
		}
		var setting any
		if err := json.Unmarshal(raw, &setting); err != nil {
			return nil, err
		}
		before := len(variables)
		kept, _ := decided(setting, &variables)
		if len(variables) == before {
			continue
		}
		if kept == nil {
			delete(query, name)
		} else if query[name], err = json.Marshal(kept); err != nil {
			return nil, err
		}
	}
	if len(variables) == 0 {
		return nil, nil
	}
	slices.Sort(variables)
	variables = slices.Compact(variables)
	if fromAlert {
		return nil, badRequest("An alert rule has no variables: " + strings.Join(variables, ", ") + ".")
	}
	if namesNoMetric(query) {
		return nil, badRequest("The metric is a variable, and nothing fills it in here.")
	}
	return variables, nil
}

// decided is the part of a setting that needs no variable; whole is false where some of it did. Nothing left is nil.
func decided(setting any, variables *[]string) (kept any, whole bool) {
	switch setting := setting.(type) {
	case string:
		if found := variable.FindString(setting); found != "" {
			*variables = append(*variables, found)
			return nil, false
		}
	case []any:
		left := []any{}
		for _, item := range setting {
			if kept, itsWhole := decided(item, variables); itsWhole || kept != nil {
				left = append(left, kept)
			}
		}
		return left, len(left) == len(setting)
	case map[string]any:
		for name, member := range setting {
			kept, itsWhole := decided(member, variables)
			switch {
			case !itsWhole && slices.Contains(essential, name):
				return nil, false
			case !itsWhole && kept == nil:
				delete(setting, name)
			default:
				setting[name] = kept
			}
		}
	}
	return setting, true
}

// noticed is the answer with a word about what was left out, where Grafana shows such.
func noticed(answer backend.DataResponse, variables []string) backend.DataResponse {
	if len(variables) == 0 || len(answer.Frames) == 0 {
		return answer
	}
	answer.Frames[0].AppendNotices(data.Notice{
		Severity: data.NoticeSeverityInfo,
		Text:     "Left out, since nothing fills it in here: " + strings.Join(variables, ", ") + ".",
	})
	return answer
}
