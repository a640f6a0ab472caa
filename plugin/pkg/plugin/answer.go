package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"switchboard-contactcenter-datasource/pkg/service"
)

// decode reads the service's answer, which is Grafana's own response JSON. One undecodable query must not take the
// others with it, so they are read one by one where reading all at once fails.
func decode(ctx context.Context, body []byte) (backend.Responses, error) {
	answers, err := unmarshal(body)
	if err != nil {
		if answers, err = decodeOneByOne(ctx, body); err != nil {
			return nil, err
		}
	}
	for refID, answer := range answers {
		if _, ours := errors.AsType[*service.Error](answer.Error); !ours {
			answers[refID] = checked(ctx, answer)
		}
	}
	return answers, nil
}

// unmarshal calls the method and not json.Unmarshal, which would scan the body twice. The decoder's panics become errors,
// and so does a frame that would lose the whole request on its way to Grafana.
func unmarshal(body []byte) (answers backend.Responses, err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("the decoder panicked: %v", panicked)
		}
	}()
	var out backend.QueryDataResponse
	if err = out.UnmarshalJSON(body); err != nil {
		return nil, err
	}
	for _, answer := range out.Responses {
		for _, frame := range answer.Frames {
			if _, err = frame.RowLen(); err != nil {
				return nil, err
			}
		}
	}
	return out.Responses, nil
}

func decodeOneByOne(ctx context.Context, body []byte) (backend.Responses, error) {
	var raw struct {
		Results map[string]json.RawMessage `json:"results"`
	}
	if err := json.Unmarshal(body, &raw); err != nil {
		return nil, service.Nonsense().WithID(ctx, err)
	}
	if raw.Results == nil {
		return nil, service.Nonsense().WithID(ctx, errors.New("it has no results"))
	}
	answers := backend.Responses{}
	for refID, result := range raw.Results {
		one, err := json.Marshal(map[string]any{"results": map[string]json.RawMessage{refID: result}})
		if err != nil {
			return nil, service.Nonsense().WithID(ctx, err)
		}
		decoded, err := unmarshal(one)
		if err != nil {
			answers[refID] = undecodable().WithID(ctx, err).Response()
			continue
		}
		answers[refID] = decoded[refID]
	}
	return answers, nil
}

// checked completes the service's errors.
func checked(ctx context.Context, answer backend.DataResponse) backend.DataResponse {
	if answer.Error == nil {
		return answer
	}
	text := service.OneLine(answer.Error.Error())
	if text == "" {
		return undecodable().WithID(ctx, errors.New("its error has no text")).Response()
	}
	answer.Error = errors.New(text)
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
