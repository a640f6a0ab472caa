package plugin

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"switchboard-contactcenter-datasource/pkg/service"
)

// decode reads the service's answer, which is Grafana's own response JSON. One undecodable query must not take the
// others with it, so they are read one by one where reading all at once fails.
func decode(body []byte) (backend.Responses, error) {
	answers, err := unmarshal(body)
	if err != nil {
		if answers, err = decodeOneByOne(body); err != nil {
			return nil, err
		}
	}
	for refID, answer := range answers {
		answers[refID] = checked(answer)
	}
	return answers, nil
}

// unmarshal calls the method and not json.Unmarshal, which would scan the body twice. The decoder's panics become errors.
func unmarshal(body []byte) (answers backend.Responses, err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("the decoder panicked: %v", panicked)
		}
	}()
	var out backend.QueryDataResponse
	err = out.UnmarshalJSON(body)
	return out.Responses, err
}

func decodeOneByOne(body []byte) (backend.Responses, error) {
	var raw struct {
		Results map[string]json.RawMessage `json:"results"`
	}
	if err := json.Unmarshal(body, &raw); err != nil || raw.Results == nil {
		return nil, service.Nonsense()
	}
	answers := backend.Responses{}
	for refID, result := range raw.Results {
		one, err := json.Marshal(map[string]any{"results": map[string]json.RawMessage{refID: result}})
		if err != nil {
			return nil, service.Nonsense()
		}
		decoded, err := unmarshal(one)
		if err != nil {
			backend.Logger.Error("An answer of the service cannot be decoded", "refId", refID, "error", err)
			answers[refID] = undecodable().Response()
			continue
		}
		answers[refID] = decoded[refID]
	}
	return answers, nil
}

// checked refuses what decodes but would lose the whole request on its way to Grafana, and completes errors.
func checked(answer backend.DataResponse) backend.DataResponse {
	for _, frame := range answer.Frames {
		if _, err := frame.RowLen(); err != nil {
			return undecodable().Response()
		}
	}
	if answer.Error == nil {
		return answer
	}
	if answer.Error.Error() == "" {
		return undecodable().Response()
	}
	if !answer.Status.IsValid() {
		answer.Status = backend.StatusInternal
	}
	if !answer.ErrorSource.IsValid() {
		answer.ErrorSource = backend.ErrorSourceFromHTTPStatus(int(answer.Status))
	}
	return answer
}

func undecodable() *service.Error {
	return &service.Error{
		Status: http.StatusBadGateway,
		Text:   "The answer cannot be read: the service and the plugin are of different versions.",
	}
}

func unanswered() *service.Error {
	return &service.Error{Status: http.StatusBadGateway, Text: "The service did not answer this query."}
}
