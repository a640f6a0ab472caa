package plugin

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"

	"switchboard-contactcenter-datasource/pkg/service"
)

var (
	dimensionID      = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]*$`)
	valuesParameters = []string{"from", "to", "search", "limit", "filters"}
)

// resources are the only addresses of the service that the editors can reach through Grafana: everything else of it is
// not for every viewer who may open a dashboard.
func (i *Instance) resources() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /catalogue", func(w http.ResponseWriter, r *http.Request) {
		i.proxy(w, r, nil, "catalogue")
	})
	mux.HandleFunc("GET /dimensions/{id}/values", func(w http.ResponseWriter, r *http.Request) {
		id := r.PathValue("id")
		if !dimensionID.MatchString(id) {
			http.NotFound(w, r)
			return
		}
		i.proxy(w, r, chosen(r.URL.Query(), valuesParameters), "dimensions", id, "values")
	})
	return mux
}

func (i *Instance) proxy(w http.ResponseWriter, r *http.Request, query url.Values, path ...string) {
	if i.unusable != nil {
		complain(w, i.unusable)
		return
	}
	body, err := i.client.Get(r.Context(), query, path...)
	if err != nil {
		complain(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(body)
}

// complain answers {"message": sentence}, which Grafana's front end shows as it is.
func complain(w http.ResponseWriter, err error) {
	said := service.AsError(err)
	status := said.Status
	if status == http.StatusUnauthorized {
		// The browser would take it for the end of its own session.
		status = http.StatusBadRequest
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"message": said.Error()})
}

func chosen(all url.Values, names []string) url.Values {
	some := url.Values{}
	for _, name := range names {
		if values, ok := all[name]; ok {
			some[name] = values
		}
	}
	return some
}
