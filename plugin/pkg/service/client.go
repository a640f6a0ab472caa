// Package service speaks HTTP with a Switchboard service.
package service

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// MaxAnswerBytes is the largest answer that is read: no panel can draw more, and an alert must not fill the memory.
const MaxAnswerBytes = 16 << 20

// Client asks one service with one key.
type Client struct {
	base      *url.URL
	http      *http.Client
	transport *http.Transport
}

// Whoami is what the key stands for. Tenant is nil for a bootstrap key, NewestRecord before the first record.
type Whoami struct {
	Tenant       *string    `json:"tenant"`
	Scopes       []string   `json:"scopes"`
	TimeZone     string     `json:"timeZone"`
	WeekStart    string     `json:"weekStart"`
	NewestRecord *time.Time `json:"newestRecord"`
	Version      string     `json:"version"`
}

// New makes a client of a service's address (http or https, a path in front is kept). With passPerson it tells the service
// for whom Grafana asks, where Grafana says so. Its errors are *Error.
func New(ctx context.Context, address, key string, passPerson bool, options httpclient.Options) (*Client, error) {
	base, err := url.Parse(strings.TrimSpace(address))
	if err != nil || (base.Scheme != "http" && base.Scheme != "https") || base.Host == "" {
		return nil, &Error{Status: http.StatusBadRequest, Text: "The URL must look like http://host:4000."}
	}
	if base.User != nil {
		return nil, &Error{Status: http.StatusBadRequest, Text: "The URL holds a user name or a password: leave them out."}
	}
	made := &Client{base: base}
	options.ConfigureTransport = func(_ httpclient.Options, transport *http.Transport) { made.transport = transport }
	last := credentials{key: key, custom: options.Header, passPerson: passPerson}
	options.Middlewares = append(httpclient.DefaultMiddlewares(), last.middleware())
	options.Header, options.BasicAuth = nil, nil
	client, err := httpclient.New(options)
	if err != nil {
		said := &Error{Status: http.StatusBadRequest, Text: "The TLS or proxy settings are not usable."}
		return nil, said.WithID(ctx, err)
	}
	// The key goes to this address only, so a redirection is an answer and not followed.
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	made.http = client
	return made, nil
}

// Close gives back idle connections. The HTTP client itself could not: middlewares stand between it and its transport.
func (c *Client) Close() {
	c.transport.CloseIdleConnections()
}

// Query posts a question and returns the answer's body. Its errors are *Error.
func (c *Client) Query(ctx context.Context, question []byte) ([]byte, error) {
	return c.send(ctx, http.MethodPost, c.base.JoinPath("api", "v1", "query"), question)
}

// Get returns the JSON at a path below /api/v1. Its errors are *Error.
func (c *Client) Get(ctx context.Context, query url.Values, path ...string) ([]byte, error) {
	target := c.base.JoinPath(append([]string{"api", "v1"}, path...)...)
	target.RawQuery = query.Encode()
	body, err := c.send(ctx, http.MethodGet, target, nil)
	if err == nil && !json.Valid(body) {
		return nil, Nonsense().WithID(ctx, errors.New("it is no JSON"))
	}
	return body, err
}

// Whoami asks what the key stands for. Its errors are *Error.
func (c *Client) Whoami(ctx context.Context) (Whoami, error) {
	var who Whoami
	body, err := c.Get(ctx, nil, "whoami")
	if err != nil {
		return who, err
	}
	if err := json.Unmarshal(body, &who); err != nil || who.Version == "" {
		return who, Nonsense().WithID(ctx, errors.New("it is not what whoami answers"))
	}
	return who, nil
}

func (c *Client) send(ctx context.Context, method string, target *url.URL, body []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, method, target.String(), bytes.NewReader(body))
	if err != nil {
		return nil, AsError(err)
	}
	req.Header.Set("Accept", "application/json")
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/json")
		// A question changes nothing: where the service closed an idle connection at the moment of asking, it is asked again
		// on another. A header without values tells the transport so and is not sent.
		req.Header["Idempotency-Key"] = nil
	}
	res, err := c.http.Do(req)
	if err != nil {
		return nil, failed(ctx, err)
	}
	defer func() { _ = res.Body.Close() }()
	kind := res.Header.Get("Content-Type")
	if res.StatusCode < 300 && !isJSON(kind) {
		return nil, Nonsense().WithID(ctx, fmt.Errorf("its content type is %q", kind))
	}
	answer, err := io.ReadAll(io.LimitReader(res.Body, MaxAnswerBytes+1))
	switch {
	case len(answer) > MaxAnswerBytes, errors.Is(err, httpclient.ErrResponseBodyTooLarge):
		said := &Error{
			Status: http.StatusBadGateway,
			Text:   "The answer is too large: ask for a shorter range, a longer interval or fewer groups.",
		}
		return nil, said.WithID(ctx, fmt.Errorf("it has more than %d bytes", MaxAnswerBytes))
	case err != nil:
		return nil, failed(ctx, err)
	case res.StatusCode > 299:
		return nil, refusal(res.StatusCode, kind, answer).WithID(ctx, fmt.Errorf("status %d with content type %q", res.StatusCode, kind))
	}
	return answer, nil
}

func isJSON(contentType string) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	return err == nil && (kind == "application/json" || strings.HasSuffix(kind, "+json"))
}

func isProblem(contentType string) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	return err == nil && kind == "application/problem+json"
}

// failed is a round trip without an answer. The log gets its cause without the address asked, which may hold more than a host.
func failed(ctx context.Context, err error) *Error {
	var request *url.Error
	if errors.As(err, &request) {
		err = request.Err
	}
	said := unreachable(err)
	if errors.Is(err, context.Canceled) {
		return said
	}
	return said.WithID(ctx, err)
}
