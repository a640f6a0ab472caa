package plugin

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"switchboard-contactcenter-datasource/pkg/service"
)

// zoneDefaults are used where a question carries none, as an alert's does. Empty means the tenant's own.
type zoneDefaults struct {
	TimeZone  string `json:"timeZone"`
	WeekStart string `json:"weekStart"`
}

// savedSettings is what is read of the settings here; the HTTP ones are the SDK's to read.
type savedSettings struct {
	zoneDefaults
	// OAuthPassThru sends the tokens of the person who asks along, for a gateway in front of the service.
	OAuthPassThru     bool `json:"oauthPassThru"`
	TLSAuth           bool `json:"tlsAuth"`
	TLSAuthWithCACert bool `json:"tlsAuthWithCACert"`
}

// keyText is what an Authorization header can carry.
var keyText = regexp.MustCompile(`^[\x21-\x7e]+$`)

// connect makes the client that the settings describe. Its errors are *service.Error: a sentence about what to set.
func connect(ctx context.Context, settings backend.DataSourceInstanceSettings) (*service.Client, zoneDefaults, error) {
	var read savedSettings
	if len(settings.JSONData) > 0 {
		if err := json.Unmarshal(settings.JSONData, &read); err != nil {
			return nil, read.zoneDefaults, badRequest("The data source's settings cannot be read: save them again.")
		}
	}
	defaults := read.zoneDefaults
	// An unset variable in a provisioning file arrives as no secret at all, without any warning.
	key := strings.TrimSpace(settings.DecryptedSecureJSONData["apiKey"])
	if strings.TrimSpace(settings.URL) == "" {
		return nil, defaults, badRequest("The data source has no URL: set the address of the service.")
	}
	if key == "" {
		return nil, defaults, badRequest("The data source has no API key: set a key with the scope read.")
	}
	if !keyText.MatchString(key) {
		return nil, defaults, badRequest("The API key holds characters that no key has: copy it again.")
	}
	options, err := httpOptions(ctx, settings)
	if err != nil {
		return nil, defaults, badRequest("The data source's HTTP settings cannot be read: save them again.")
	}
	if mistake := tlsMistake(read, settings.DecryptedSecureJSONData); mistake != "" {
		return nil, defaults, badRequest(mistake)
	}
	client, err := service.New(ctx, settings.URL, key, read.OAuthPassThru, options)
	return client, defaults, err
}

// tlsMistake is a sentence about certificates that are asked for and not there; the SDK would go on without them.
func tlsMistake(read savedSettings, secrets map[string]string) string {
	if read.TLSAuthWithCACert && !x509.NewCertPool().AppendCertsFromPEM([]byte(secrets["tlsCACert"])) {
		return "The CA certificate cannot be read: paste it as PEM."
	}
	if _, err := tls.X509KeyPair([]byte(secrets["tlsClientCert"]), []byte(secrets["tlsClientKey"])); read.TLSAuth && err != nil {
		return "The client certificate or its key cannot be read: paste both as PEM."
	}
	return ""
}

// httpOptions are Grafana's standard HTTP settings. The SDK panics where one of them is of another type than it expects.
func httpOptions(ctx context.Context, settings backend.DataSourceInstanceSettings) (options httpclient.Options, err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("the settings cannot be read: %v", panicked)
		}
	}()
	options, err = settings.HTTPClientOptions(ctx)
	if err != nil {
		return options, err
	}
	// Without one an answer that never ends would be waited for as long as the panel is open.
	if options.Timeouts.Timeout <= 0 {
		options.Timeouts.Timeout = httpclient.DefaultTimeoutOptions.Timeout
	}
	options.ForwardHTTPHeaders = true
	return options, nil
}

func badRequest(text string) *service.Error {
	return &service.Error{Status: http.StatusBadRequest, Text: text}
}
