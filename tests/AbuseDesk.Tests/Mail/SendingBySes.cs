using System.Net;
using System.Text;
using System.Text.Json;
using AbuseDesk.Mail;
using Amazon.Runtime;

namespace AbuseDesk.Tests.Mail;

public sealed class SendingBySes
{
    private static readonly ImmutableCredentials Key = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

    // the two plain requests of AWS's published test suite for Signature Version 4
    [TestCase("GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [TestCase("POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    public void A_request_is_signed_as_AWS_publishes_it(string method, string signature)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://example.amazonaws.com/");

        AwsSignature.Sign(request, [], Key, "us-east-1", "service", new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));

        Assert.That(request.Headers.GetValues("Authorization").Single(), Is.EqualTo(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature={signature}"));
    }

    [Test]
    public async Task The_message_goes_out_byte_for_byte_to_everybody()
    {
        var mail = SendingBySmtp.Queued("abuse@perch.example", "legal@perch.example");
        using var service = new Service(HttpStatusCode.OK, """{"MessageId":"0100-abc"}""");

        var delivery = await service.Mailer("ses://eu-west-1?configuration-set=abuse").SendAsync(mail);

        Assert.That((delivery as Delivery.Sent)?.To, Is.EqualTo("Amazon SES in eu-west-1: 0100-abc"));
        Assert.That(service.Asked, Is.EqualTo("POST https://email.eu-west-1.amazonaws.com/v2/email/outbound-emails"));
        var said = JsonDocument.Parse(service.Body).RootElement;
        Assert.That(Convert.FromBase64String(said.GetProperty("Content").GetProperty("Raw").GetProperty("Data").GetString()!), Is.EqualTo(mail.Mime));
        Assert.That(said.GetProperty("Destination").GetProperty("ToAddresses").EnumerateArray().Select(to => to.GetString()), Is.EqualTo(new[] { "abuse@perch.example", "legal@perch.example" }));
        Assert.That(said.GetProperty("ConfigurationSetName").GetString(), Is.EqualTo("abuse"));
    }

    [Test]
    public async Task A_configuration_set_that_is_not_named_is_not_sent_at_all()
    {
        using var service = new Service(HttpStatusCode.OK, """{"MessageId":"0100-abc"}""");

        await service.Mailer("ses://eu-west-1").SendAsync(SendingBySmtp.Queued("abuse@perch.example"));

        Assert.That(JsonDocument.Parse(service.Body).RootElement.TryGetProperty("ConfigurationSetName", out _), Is.False);
    }

    [TestCase(400, "MessageRejected", "Email address is not verified", typeof(Delivery.Refused))]
    [TestCase(429, "TooManyRequestsException", "slow down", typeof(Delivery.Later))]
    [TestCase(503, "", "busy", typeof(Delivery.Later))]
    [TestCase(400, "SendingPausedException", "paused", typeof(Delivery.Unavailable))]
    [TestCase(403, "SignatureDoesNotMatch", "check your key", typeof(Delivery.Unavailable))]
    public async Task An_answer_is_read_for_what_it_means(int status, string code, string says, Type outcome)
    {
        using var service = new Service((HttpStatusCode)status, JsonSerializer.Serialize(new { message = says }), code);

        var delivery = await service.Mailer("ses://eu-west-1").SendAsync(SendingBySmtp.Queued("abuse@perch.example"));

        Assert.That(delivery, Is.TypeOf(outcome));
        Assert.That(delivery.ToString(), Does.Contain(says).And.Contains(code));
    }

    [TestCase("ses://nowhere", "names no region")]
    [TestCase("ses://eu-west-1?set=abuse", "“set”, which is not known")]
    [TestCase("ses://eu-west-1?endpoint=http://mail.cloud.example", "not https")]
    public void What_is_not_understood_is_refused_with_the_form_to_use(string url, string says) =>
        Assert.That(() => SesTarget.Parse(url), Throws.TypeOf<DeskException>().With.Message.Contains(says).And.Message.Contains("ses://eu-west-1"));

    /// <summary>Stands for the service: keeps what it was asked, and answers as told.</summary>
    private sealed class Service(HttpStatusCode status, string answer, string code = "") : HttpMessageHandler
    {
        public string Asked { get; private set; } = "";

        public string Body { get; private set; } = "";

        public SesMailer Mailer(string url) => new(
            SesTarget.Parse(url), () => Task.FromResult(Key), new SenderIdentity("Desk", "abuse@cloud.example", "cloud.example"),
            TimeProvider.System, new HttpClient(this));

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = $"{request.Method} {request.RequestUri}";
            Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var reply = new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
            if (code.Length > 0) reply.Headers.TryAddWithoutValidation("x-amzn-ErrorType", code + ":http://internal");
            return reply;
        }
    }
}
