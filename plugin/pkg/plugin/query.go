package plugin

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"switchboard-contactcenter-datasource/pkg/service"
)

// QueryData asks the service once for all queries (once a zone, where they carry different ones). It never returns an
// error: what went wrong stands in the answer of each query, in words.
func (i *Instance) QueryData(ctx context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	answers := backend.NewQueryDataResponse()
	if i.unusable != nil {
		for _, saved := range req.Queries {
			answers.Responses[saved.RefID] = service.AsError(i.unusable).Response()
		}
		return answers, nil
	}
	for _, saved := range req.Queries {
		if saved.QueryType == annotationsQuery {
			answers.Responses[saved.RefID] = i.annotations(ctx, saved)
		}
	}
	for _, asked := range i.questions(req, answers.Responses) {
		i.ask(ctx, asked, answers.Responses)
	}
	return answers, nil
}

// asked is one question with the names that its answer must hold.
type asked struct {
	question
	refIDs []string
	// variables are those that each query's answer leaves out, by its name.
	variables map[string][]string
}

// questions sorts the queries by zone. Queries that cannot or need not be asked are answered at once.
func (i *Instance) questions(req *backend.QueryDataRequest, answers backend.Responses) []*asked {
	fromAlert := req.Headers[backend.FromAlertHeaderName] == "true"
	byZone := map[zoneDefaults]*asked{}
	var all []*asked
	for _, saved := range req.Queries {
		if saved.QueryType == annotationsQuery {
			continue
		}
		query, err := read(saved)
		if err == nil && namesNoMetric(query) {
			answers[saved.RefID] = emptyAnswer(fromAlert)
			continue
		}
		var variables []string
		if err == nil {
			variables, err = withoutVariables(query, fromAlert)
		}
		zone := zoneOf(query, i.defaults)
		if err == nil {
			query, err = outgoing(query, saved, fromAlert)
		}
		if err != nil {
			answers[saved.RefID] = service.AsError(err).Response()
			continue
		}
		group := byZone[zone]
		if group == nil {
			group = &asked{
				question: question{
					TimeZone: zone.TimeZone, WeekStart: zone.WeekStart,
					From: utc(saved.TimeRange.From), To: utc(saved.TimeRange.To),
				},
				variables: map[string][]string{},
			}
			byZone[zone] = group
			all = append(all, group)
		}
		group.Queries = append(group.Queries, query)
		group.refIDs = append(group.refIDs, saved.RefID)
		group.variables[saved.RefID] = variables
	}
	return all
}

// emptyAnswer is what a query without a metric gets: nothing on a panel that is still being made, but a rule that asks
// nothing must not look healthy.
func emptyAnswer(fromAlert bool) backend.DataResponse {
	if fromAlert {
		return badRequest("The query names no metric.").Response()
	}
	return backend.DataResponse{Status: backend.StatusOK}
}

// ask fills in an answer for every query of the question, whatever happens.
func (i *Instance) ask(ctx context.Context, asked *asked, answers backend.Responses) {
	got, err := i.answers(ctx, asked.question)
	for _, refID := range asked.refIDs {
		switch answer, ok := got[refID]; {
		case err != nil:
			answers[refID] = service.AsError(err).Response()
		case !ok:
			answers[refID] = unanswered().WithID(ctx, fmt.Errorf("there is no result under %q", refID)).Response()
		default:
			withBucketEnds(answer.Frames)
			answers[refID] = noticed(answer, asked.variables[refID])
		}
	}
}

func (i *Instance) answers(ctx context.Context, asked question) (backend.Responses, error) {
	body, err := json.Marshal(asked)
	if err != nil {
		return nil, err
	}
	answer, err := i.client.Query(ctx, body)
	if err != nil {
		return nil, err
	}
	return decode(ctx, answer)
}
