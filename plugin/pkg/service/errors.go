package service

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
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
	// ID finds the failure in the service's log; empty where the service gave none.
	ID string
}

func (e *Error) Error() string {
	if e.ID == "" {
		return e.Text
	}
	return fmt.Sprintf("%s (error id %s)", e.Text, e.ID)
}

// Source says whose fault it is: the plugin's where the request itself was wrong, else the service's.
func (e *Error) Source() backend.ErrorSource {
	return backend.ErrorSourceFromHTTPStatus(e.Status)
}

// Response is the error as the answer of one query.
func (e *Error) Response() backend.DataResponse {
	return backend.ErrDataResponseWithSource(backend.Status(e.Status), e.Source(), e.Error())
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

// refusal turns an answer above status 299 into an Error: the service's own sentence where it said one.
func refusal(status int, body []byte) *Error {
	var said problem
	if err := json.Unmarshal(body, &said); err == nil && said.Detail != "" {
		return &Error{Status: status, Text: said.Detail, ID: said.ErrorID}
	}
	return &Error{Status: status, Text: sentenceOf(status)}
}

func sentenceOf(status int) string {
	if status >= 300 && status < 400 {
		return "The address redirects to another: check the URL."
	}
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
		plainText      tls.RecordHeaderError
	)
	switch {
	case errors.Is(cause, context.Canceled):
		return &Error{Status: http.StatusBadGateway, Text: "The question was cancelled."}
	case errors.As(cause, &unknownHost):
		return &Error{Status: http.StatusBadGateway, Text: "The service's host name is not known."}
	case errors.As(cause, &badCertificate):
		return &Error{Status: http.StatusBadGateway, Text: "The service's TLS certificate is not trusted."}
	case errors.As(cause, &plainText), strings.Contains(cause.Error(), "server gave HTTP response to HTTPS client"):
		return &Error{Status: http.StatusBadGateway, Text: "The service does not speak TLS: use http in the URL."}
	case errors.Is(cause, syscall.ECONNREFUSED):
		return &Error{Status: http.StatusBadGateway, Text: "The service accepts no connections: is it running?"}
	case errors.Is(cause, context.DeadlineExceeded), errors.As(cause, &network) && network.Timeout():
		return &Error{Status: http.StatusGatewayTimeout, Text: "The service did not answer in time."}
	}
	return &Error{Status: http.StatusBadGateway, Text: "The service cannot be reached."}
}
