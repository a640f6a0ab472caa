package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"switchboard-contactcenter-datasource/pkg/service"
)

// zoneDefaults are used where a question carries none, as an alert's does. Empty means the tenant's own.
type zoneDefaults struct {
	TimeZone  string `json:"timeZone"`
	WeekStart string `json:"weekStart"`
}

// connect makes the client that the settings describe. Its errors are *service.Error: a sentence about what to set.
func connect(ctx context.Context, settings backend.DataSourceInstanceSettings) (*service.Client, zoneDefaults, error) {
	var defaults zoneDefaults
	if len(settings.JSONData) > 0 {
		if err := json.Unmarshal(settings.JSONData, &defaults); err != nil {
			return nil, defaults, badRequest("The data source's settings cannot be read: save them again.")
		}
	}
	// An unset variable in a provisioning file arrives as no secret at all, without any warning.
	key := strings.TrimSpace(settings.DecryptedSecureJSONData["apiKey"])
	if strings.TrimSpace(settings.URL) == "" {
		return nil, defaults, badRequest("The data source has no URL: set the address of the service.")
	}
	if key == "" {
		return nil, defaults, badRequest("The data source has no API key: set a key with the scope read.")
	}
	options, err := settings.HTTPClientOptions(ctx)
	if err != nil {
		return nil, defaults, badRequest("The data source's HTTP settings cannot be read: save them again.")
	}
	options.ForwardHTTPHeaders = true
	client, err := service.New(settings.URL, key, options)
	return client, defaults, err
}

func badRequest(text string) *service.Error {
	return &service.Error{Status: http.StatusBadRequest, Text: text}
}
