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

// credentials is the last of the client's middlewares: it takes out what the service must not see and sets the key, so
// that no forwarded Authorization header can stand in its place. With passPerson the tokens of the person who asks go
// along beside the key.
func credentials(key string, passPerson bool) httpclient.Middleware {
	return httpclient.MiddlewareFunc(func(_ httpclient.Options, next http.RoundTripper) http.RoundTripper {
		return httpclient.RoundTripperFunc(func(req *http.Request) (*http.Response, error) {
			for name := range req.Header {
				if strings.HasPrefix(name, "X-Grafana-") {
					req.Header.Del(name)
				}
			}
			for _, name := range withheld {
				req.Header.Del(name)
			}
			token, isBearer := strings.CutPrefix(req.Header.Get("Authorization"), "Bearer ")
			if passPerson && isBearer {
				req.Header.Set(accessToken, token)
			}
			if !passPerson {
				req.Header.Del(identityToken)
			}
			req.Header.Set("Authorization", "Bearer "+key)
			return next.RoundTrip(req)
		})
	})
}
