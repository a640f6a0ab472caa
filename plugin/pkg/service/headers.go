package service

import (
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// withheld are headers that the host forwards and the service has no business with: who asks, and what they named things.
var withheld = []string{
	"X-Forwarded-For", "X-Real-Ip", "Referer", "Origin",
	"X-Dashboard-Title", "X-Panel-Title", "X-Rule-Name", "X-Rule-Folder",
}

// The tokens of the person who asks, as Grafana forwards them and as gateways in front of services expect them.
const (
	identityToken = "X-Id-Token"
	accessToken   = "X-Forwarded-Access-Token"
)

// credentials is what the client's last middleware sends. It is the last, so that no forwarded Authorization header can
// stand in the key's place, and so that no other middleware, such as the SDK's recording for support, sees a secret.
type credentials struct {
	key string
	// custom are the headers of the settings.
	custom http.Header
	// passPerson sends the tokens of the person who asks along.
	passPerson bool
}

func (c credentials) middleware() httpclient.Middleware {
	return httpclient.MiddlewareFunc(func(_ httpclient.Options, next http.RoundTripper) http.RoundTripper {
		return httpclient.RoundTripperFunc(func(original *http.Request) (*http.Response, error) {
			// A copy, since the middlewares before this one look at the original again.
			req := original.Clone(original.Context())
			c.dress(req)
			return next.RoundTrip(req)
		})
	})
}

// dress takes out what the service must not see, and puts in what it needs.
func (c credentials) dress(req *http.Request) {
	for name := range req.Header {
		if strings.HasPrefix(name, "X-Grafana-") {
			req.Header.Del(name)
		}
	}
	for _, name := range withheld {
		req.Header.Del(name)
	}
	token, isBearer := strings.CutPrefix(req.Header.Get("Authorization"), "Bearer ")
	if c.passPerson && isBearer {
		req.Header.Set(accessToken, token)
	}
	if !c.passPerson {
		req.Header.Del(identityToken)
	}
	for name, values := range c.custom {
		if http.CanonicalHeaderKey(name) == "Host" {
			req.Host = values[0]
			continue
		}
		req.Header[http.CanonicalHeaderKey(name)] = values
	}
	req.Header.Set("Authorization", "Bearer "+c.key)
}
