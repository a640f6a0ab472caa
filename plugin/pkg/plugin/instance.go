// Package plugin answers Grafana's calls, one file a call.
package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"
	"github.com/grafana/grafana-plugin-sdk-go/backend/resource/httpadapter"

	"switchboard-contactcenter-datasource/pkg/service"
)

// Instance is one configured data source; Grafana makes a new one when its settings change.
type Instance struct {
	backend.CallResourceHandler
	client   *service.Client
	defaults zoneDefaults
	// unusable says what is wrong with the settings; nil where nothing is.
	unusable error
}

var (
	_ backend.QueryDataHandler      = (*Instance)(nil)
	_ backend.CheckHealthHandler    = (*Instance)(nil)
	_ backend.CallResourceHandler   = (*Instance)(nil)
	_ instancemgmt.InstanceDisposer = (*Instance)(nil)
)

// NewInstance never fails: an error here would reach people as "An error occurred within the plugin". What is wrong
// with the settings is said by every call instead.
func NewInstance(ctx context.Context, settings backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
	client, defaults, err := connect(ctx, settings)
	instance := &Instance{client: client, defaults: defaults, unusable: err}
	instance.CallResourceHandler = httpadapter.New(instance.resources())
	return instance, nil
}

// Dispose gives back the connections of an instance whose settings changed.
func (i *Instance) Dispose() {
	if i.client != nil {
		i.client.Close()
	}
}
