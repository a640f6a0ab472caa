package plugin

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/binary"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/proxy"
	"github.com/grafana/grafana-plugin-sdk-go/config"
)

// authority signs the certificates of a test.
type authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

// signed is a certificate and its key, as settings hold them.
type signed struct{ certificate, key string }

func newAuthority(t *testing.T) authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "a test's authority"}, IsCA: true, BasicConstraintsValid: true,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return authority{certificate, key}
}

func (a authority) pem() string { return block("CERTIFICATE", a.certificate.Raw) }

func (a authority) sign(t *testing.T, name string, use x509.ExtKeyUsage) signed {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), ExtKeyUsage: []x509.ExtKeyUsage{use},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, a.certificate, &key.PublicKey, a.key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return signed{block("CERTIFICATE", der), block("EC PRIVATE KEY", private)}
}

func block(kind string, bytes []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes}))
}

// The service's certificate is for a name that is not its address, and it wants to know who calls.
func TestTLSSettingsAreHonoured(t *testing.T) {
	ours := newAuthority(t)
	own := ours.sign(t, "service.example", x509.ExtKeyUsageServerAuth)
	pair, err := tls.X509KeyPair([]byte(own.certificate), []byte(own.key))
	if err != nil {
		t.Fatal(err)
	}
	callers := x509.NewCertPool()
	callers.AddCert(ours.certificate)
	secure := httptest.NewUnstartedServer(answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	secure.TLS = &tls.Config{Certificates: []tls.Certificate{pair}, ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: callers}
	secure.StartTLS()
	defer secure.Close()

	grafana := ours.sign(t, "grafana.example", x509.ExtKeyUsageClientAuth)
	stranger := newAuthority(t).sign(t, "grafana.example", x509.ExtKeyUsageClientAuth)
	const untrusted, refused = "The service's TLS certificate is not trusted.", "The service refuses the TLS connection: check the client certificate."
	cases := map[string]struct {
		settings string
		ca       string
		client   signed
		text     string
	}{
		"all in place":             {`"tlsAuth":true,"tlsAuthWithCACert":true,"serverName":"service.example"`, ours.pem(), grafana, ""},
		"verification off":         {`"tlsAuth":true,"tlsSkipVerify":true`, "", grafana, ""},
		"another name":             {`"tlsAuth":true,"tlsAuthWithCACert":true`, ours.pem(), grafana, untrusted},
		"unknown authority":        {`"tlsAuth":true,"serverName":"service.example"`, "", grafana, untrusted},
		"no client certificate":    {`"tlsAuthWithCACert":true,"serverName":"service.example"`, ours.pem(), signed{}, refused},
		"another's certificate":    {`"tlsAuth":true,"tlsAuthWithCACert":true,"serverName":"service.example"`, ours.pem(), stranger, refused},
		"certificate without key":  {`"tlsAuth":true,"tlsSkipVerify":true`, "", signed{grafana.certificate, ""}, "The client certificate or its key cannot be read: paste both as PEM."},
		"authority that is none":   {`"tlsAuthWithCACert":true`, "nonsense", signed{}, "The CA certificate cannot be read: paste it as PEM."},
		"authority that is absent": {`"tlsAuthWithCACert":true`, "", signed{}, "The CA certificate cannot be read: paste it as PEM."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			secrets := map[string]string{
				"apiKey": testKey, "tlsCACert": c.ca, "tlsClientCert": c.client.certificate, "tlsClientKey": c.client.key,
			}
			got := askOne(t, secure.URL, anyQuery, withJSON("{"+c.settings+"}"), withSecrets(secrets))
			switch c.text {
			case "":
				if got.Error != nil {
					t.Error(got.Error)
				}
			case untrusted, refused:
				wantNoted(t, got, c.text, backend.StatusBadGateway, backend.ErrorSourceDownstream)
			default:
				wantError(t, got, c.text, backend.StatusBadRequest, backend.ErrorSourceDownstream)
			}
		})
	}
}

// socksProxy is a SOCKS5 proxy that asks for a name and a password; it counts what it carried.
func socksProxy(t *testing.T, user, password string, carried chan<- string) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go serveSocks(conn, user, password, carried)
		}
	}()
	return listener.Addr().String()
}

func serveSocks(conn net.Conn, user, password string, carried chan<- string) {
	defer func() { _ = conn.Close() }()
	read := func(n int) []byte {
		bytes := make([]byte, n)
		if _, err := io.ReadFull(conn, bytes); err != nil {
			return make([]byte, n)
		}
		return bytes
	}
	read(int(read(2)[1]))
	_, _ = conn.Write([]byte{5, 2})
	name := read(int(read(2)[1]))
	secret := read(int(read(1)[0]))
	if string(name) != user || string(secret) != password {
		_, _ = conn.Write([]byte{1, 1})
		return
	}
	_, _ = conn.Write([]byte{1, 0})
	if kind := read(4)[3]; kind != 1 {
		return
	}
	ip, port := read(4), read(2)
	target := net.JoinHostPort(net.IP(ip).String(), strconv.Itoa(int(binary.BigEndian.Uint16(port))))
	service, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	defer func() { _ = service.Close() }()
	carried <- target
	_, _ = conn.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
	go func() { _, _ = io.Copy(service, conn) }()
	_, _ = io.Copy(conn, service)
}

func TestTheSecureSocksProxyIsUsed(t *testing.T) {
	fake := newFakeService(t, answering(http.StatusOK, "application/json", golden(t, "numeric-wide")))
	carried := make(chan string, 1)
	address := socksProxy(t, "tenant-a", "through", carried)
	source := dataSource(fake.URL,
		withJSON(`{"enableSecureSocksProxy":true,"secureSocksProxyUsername":"tenant-a"}`),
		withSecrets(map[string]string{"apiKey": testKey, "secureSocksProxyPassword": "through"}))
	source.GrafanaConfig = config.NewGrafanaCfg(map[string]string{
		proxy.PluginSecureSocksProxyEnabled: "true", proxy.PluginSecureSocksProxyAllowInsecure: "true",
		proxy.PluginSecureSocksProxyProxyAddress: address,
	})
	got := ask(t, &backend.QueryDataRequest{PluginContext: source, Queries: []backend.DataQuery{saved("A", anyQuery)}})["A"]
	if got.Error != nil {
		t.Fatal(got.Error)
	}
	if target := <-carried; "http://"+target != fake.URL {
		t.Errorf("the proxy carried %s", target)
	}
}

func TestATimeoutThatIsNoneIsTheUsualOne(t *testing.T) {
	for _, settings := range []string{`{"timeout":0}`, `{"timeout":-1}`, `{"timeout":"soon"}`, `{}`} {
		source := dataSource("http://127.0.0.1:1", withJSON(settings))
		options, err := httpOptions(t.Context(), *source.DataSourceInstanceSettings)
		if err != nil || options.Timeouts.Timeout != 30*time.Second {
			t.Errorf("%s: %s (%v)", settings, options.Timeouts.Timeout, err)
		}
	}
}

func TestHTTPSettingsOfAnotherTypeAreSaid(t *testing.T) {
	for _, settings := range []string{`{"access":7}`, `{"basicAuth":true,"basicAuthUser":[]}`, `{"tlsAuth":true,"serverName":{}}`} {
		wantError(t, askOne(t, "http://127.0.0.1:1", anyQuery, withJSON(settings)),
			"The data source's HTTP settings cannot be read: save them again.", backend.StatusBadRequest, backend.ErrorSourceDownstream)
	}
}
