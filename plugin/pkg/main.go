// The data source's backend: it forwards Grafana's questions to the service and decodes the answers.
package main

import (
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"switchboard-contactcenter-datasource/pkg/plugin"
)

const pluginID = "switchboard-contactcenter-datasource"

func main() {
	if err := datasource.Manage(pluginID, plugin.NewInstance, datasource.ManageOpts{}); err != nil {
		log.DefaultLogger.Error("The plugin stopped", "error", err)
		os.Exit(1)
	}
}
