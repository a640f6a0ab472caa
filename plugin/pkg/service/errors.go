package service

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// Error is what a person may read of a failed request: one sentence, never the service's address.
type Error struct {
	// Status is the HTTP status answered; 502 or 504 where no answer came.
	Status int
	// Text is one plain sentence.
	Text string
	// ID finds the failure in a log; empty where the sentence says everything.
	ID string
	// Noted says that it is Grafana's log, since the service gave no id.
	Noted bool
}

func (e *Error) Error() string {
	if e.ID == "" {
		return e.Text
	}
	return fmt.Sprintf("%s (error id %s)", e.Text, e.ID)
}

// WithID is the error with an id under which its cause stands in Grafana's log, unless the service wrote it down already.
func (e *Error) WithID(ctx context.Context, cause error) *Error {
	if e.ID != "" {
		return e
	}
	noted := *e
	noted.ID, noted.Noted = rand.Text()[:12], true
	backend.Logger.FromContext(ctx).Warn("The service gave no usable answer", "errorId", noted.ID, "status", e.Status, "cause", cause)
	return &noted
}

// Source says whose fault it is: the plugin's where the request itself was wrong, else the service's.
func (e *Error) Source() backend.ErrorSource {
	return backend.ErrorSourceFromHTTPStatus(e.Status)
}

// Response is the error as the answer of one query.
func (e *Error) Response() backend.DataResponse {
	return backend.DataResponse{Status: backend.Status(e.Status), Error: e, ErrorSource: e.Source()}
}

// Nonsense is said of an answer of status 200 that the service would not have given.
func Nonsense() *Error {
	return &Error{Status: http.StatusBadGateway, Text: "The answer is not one of a Switchboard service: check the URL."}
}

// AsError is err itself where it is for people, else a sentence that hides what it is.
func AsError(err error) *Error {
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	return &Error{Status: http.StatusInternalServerError, Text: "The plugin could not ask the service."}
}

// problem is the part of RFC 9457 problem details that is read here.
type problem struct {
	Detail  string `json:"detail"`
	ErrorID string `json:"errorId"`
}

// refusal turns an answer above status 299 into an Error: the service's own sentence where it is the service that speaks.
func refusal(status int, contentType string, body []byte) *Error {
	var said problem
	if isProblem(contentType) && json.Unmarshal(body, &said) == nil && said.Detail != "" {
		refused := &Error{Status: status, Text: OneLine(said.Detail), ID: OneLine(said.ErrorID)}
		if status == http.StatusUnauthorized {
			// The service tells a program how to write a header, which is nothing to whoever filled in a form.
			refused.Text = sentenceOf(status)
		}
		return refused
	}
	if status < 400 {
		return &Error{Status: http.StatusBadGateway, Text: "The address redirects to another: check the URL."}
	}
	return &Error{Status: status, Text: sentenceOf(status)}
}

const longestLine = 500

// OneLine is the first line of a text that comes from elsewhere, cut where nobody would read on.
func OneLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if letters := []rune(line); len(letters) > longestLine {
		return string(letters[:longestLine]) + "…"
	}
	return strings.TrimSpace(line)
}

func sentenceOf(status int) string {
	switch status {
	case http.StatusUnauthorized:
		return "The service refuses the API key."
	case http.StatusForbidden:
		return "The API key may not do this: it needs the scope read."
	case http.StatusNotFound:
		return "There is no Switchboard service at this address: check the URL."
	case http.StatusRequestEntityTooLarge:
		return "The question is too large: use fewer filters."
	case http.StatusTooManyRequests:
		return "The service gets too many requests: try again later."
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return "The service is not available: try again later."
	}
	return fmt.Sprintf("The service answered with status %d.", status)
}

// unreachable turns a failed round trip into an Error. The cause names addresses and is only for the log.
func unreachable(cause error) *Error {
	var (
		network        net.Error
		unknownHost    *net.DNSError
		badCertificate *tls.CertificateVerificationError
		alert          *net.OpError
		plainText      tls.RecordHeaderError
	)
	switch {
	case errors.Is(cause, context.Canceled):
		return &Error{Status: http.StatusBadGateway, Text: "The question was cancelled."}
	case errors.As(cause, &unknownHost):
		return &Error{Status: http.StatusBadGateway, Text: "The service's host name is not known."}
	case errors.As(cause, &badCertificate):
		return &Error{Status: http.StatusBadGateway, Text: "The service's TLS certificate is not trusted."}
	case errors.As(cause, &alert) && alert.Op == "remote error":
		return &Error{Status: http.StatusBadGateway, Text: "The service refuses the TLS connection: check the client certificate."}
	case errors.As(cause, &plainText), strings.Contains(cause.Error(), "server gave HTTP response to HTTPS client"):
		return &Error{Status: http.StatusBadGateway, Text: "The service does not speak TLS: use http in the URL."}
	case errors.Is(cause, syscall.ECONNREFUSED):
		return &Error{Status: http.StatusBadGateway, Text: "The service accepts no connections: is it running?"}
	case errors.Is(cause, context.DeadlineExceeded), errors.As(cause, &network) && network.Timeout():
		return &Error{Status: http.StatusGatewayTimeout, Text: "The service did not answer in time."}
	case errors.Is(cause, io.ErrUnexpectedEOF), errors.Is(cause, io.EOF):
		return &Error{Status: http.StatusBadGateway, Text: "The service broke off its answer: try again."}
	}
	return &Error{Status: http.StatusBadGateway, Text: "The service cannot be reached."}
}
