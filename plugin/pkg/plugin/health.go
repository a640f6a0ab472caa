package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"switchboard-contactcenter-datasource/pkg/service"
)

// CheckHealth asks who the key is and one real question, so that "Save & test" says what a panel would see.
func (i *Instance) CheckHealth(ctx context.Context, _ *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	who, err := i.examine(ctx)
	if err != nil {
		said := service.AsError(err)
		return health(backend.HealthStatusError, said.Text, map[string]any{"message": advice(said)}), nil
	}
	now := time.Now()
	message := fmt.Sprintf("Connected as tenant %s (read), %s, service %s", *who.Tenant, freshness(who.NewestRecord, now), who.Version)
	return health(backend.HealthStatusOk, message, map[string]any{
		"tenant":       who.Tenant,
		"timeZone":     who.TimeZone,
		"weekStart":    who.WeekStart,
		"newestRecord": who.NewestRecord,
		"version":      who.Version,
	}), nil
}

func (i *Instance) examine(ctx context.Context) (service.Whoami, error) {
	if i.unusable != nil {
		return service.Whoami{}, i.unusable
	}
	who, err := i.client.Whoami(ctx)
	switch {
	case err != nil:
		return who, err
	case who.Tenant == nil:
		return who, badRequest("The key belongs to no tenant: use a tenant's key with the scope read.")
	case !slices.Contains(who.Scopes, "read"):
		return who, badRequest("The key may not read: use a key with the scope read.")
	}
	return who, i.tryQuestion(ctx)
}

// tryQuestion asks for the calls of the last hour; none is an answer too.
func (i *Instance) tryQuestion(ctx context.Context) error {
	const refID = "health"
	now := time.Now()
	trial := json.RawMessage(`["calls"]`)
	answers, err := i.answers(ctx, question{
		TimeZone: i.defaults.TimeZone, WeekStart: i.defaults.WeekStart,
		From: utc(now.Add(-time.Hour)), To: utc(now),
		Queries: []map[string]json.RawMessage{{
			"refId": json.RawMessage(`"` + refID + `"`), "metrics": trial, "format": json.RawMessage(`"single"`),
		}},
	})
	if err != nil {
		return err
	}
	answer, ok := answers[refID]
	if !ok {
		return unanswered().WithID(ctx, errors.New("there is no result"))
	}
	if answer.Error == nil {
		return nil
	}
	if said, ok := errors.AsType[*service.Error](answer.Error); ok {
		return said
	}
	return &service.Error{Status: int(answer.Status), Text: answer.Error.Error()}
}

func health(status backend.HealthStatus, message string, details map[string]any) *backend.CheckHealthResult {
	raw, err := json.Marshal(details)
	if err != nil {
		raw = nil
	}
	return &backend.CheckHealthResult{Status: status, Message: message, JSONDetails: raw}
}

// advice stands below the message: where to look.
func advice(said *service.Error) string {
	const check = "Check the URL and the API key, and that Grafana's server can reach the service."
	switch {
	case said.ID == "":
		return check
	case said.Noted:
		return fmt.Sprintf("%s Grafana's log has more under error id %s.", check, said.ID)
	}
	return fmt.Sprintf("The service's log has more under error id %s.", said.ID)
}

// freshness says how long ago the newest counted event was, in the largest unit that fits.
func freshness(newest *time.Time, now time.Time) string {
	if newest == nil {
		return "no event yet"
	}
	age := now.Sub(*newest)
	if age < 0 {
		return fmt.Sprintf("last event dated %s ahead", rough(-age))
	}
	return fmt.Sprintf("last event %s ago", rough(age))
}

func rough(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h", int(d.Hours()))
	}
	return fmt.Sprintf("%d days", int(d.Hours()/24))
}
