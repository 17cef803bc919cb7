using System.Net;
using System.Text.Json;
using AbuseDesk.Mail;
using AbuseDesk.Reports.Mailbox;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;
using AbuseDesk.Tests.Notices.Review;

namespace AbuseDesk.Tests.Reports;

/// <summary>A server that speaks as SQS does, with messages that come again until they are deleted.</summary>
public sealed class ReadingAQueue(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task What_is_taken_is_deleted_and_what_this_desk_does_not_know_stays()
    {
        await FileAsync(1);
        await ForwardAsync();
        var mailer = new RecordingMailer(_ => new Delivery.Sent("Amazon SES in eu-west-1: 0100-ses", ServerId: "0100-ses"));
        await new DeliverMail(Database, new OutboxLease(Database), new DeliveryOutcome(Database), mailer).RunAsync();
        using var queue = new FakeQueue(
            ("a", """{"eventType":"Delivery","mail":{"messageId":"0100-ses"},"delivery":{"timestamp":"2020-12-05T17:00:00Z","recipients":["abuse@perch.example"],"smtpResponse":"250 ok"}}"""),
            ("b", """{"eventType":"Send","mail":{"messageId":"0100-ses"},"send":{}}"""),
            ("c", """{"eventType":"Delivery","mail":{"messageId":"other"},"delivery":{"recipients":["a@b.example"]}}"""),
            ("d", "no JSON"));
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "secret");

        var done = await new ReceiveEvents(Desk.Settings with { MailEvents = queue.Address }, Get<TakeSesEvent>(), Clock).RunAsync();

        Assert.That(done.Matched, Is.EqualTo(1));
        Assert.That(done.Left, Has.Count.EqualTo(2).And.One.Contains("Message c is about a mail that this desk does not know").And.One.Contains("Message d: This is no event of Amazon SES"));
        Assert.That(queue.Deleted, Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(queue.Authorizations, Has.All.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/").And.All.Contains("/sqs/aws4_request"));
        Assert.That(await CountAsync("mail_events where event = 'delivered'"), Is.EqualTo(1));
    }

    private sealed class FakeQueue : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly List<(string Id, string Body)> messages;
        private bool shown;

        public FakeQueue(params (string Id, string Body)[] messages)
        {
            this.messages = [.. messages];
            var port = Random.Shared.Next(20000, 30000);
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            listener.Start();
            Address = $"http://127.0.0.1:{port}/123456789012/events";
            _ = Task.Run(ServeAsync);
        }

        public string Address { get; }

        public List<string> Deleted { get; } = [];

        public List<string> Authorizations { get; } = [];

        public void Dispose() => ((IDisposable)listener).Dispose();

        private async Task ServeAsync()
        {
            while (listener.IsListening)
            {
                var call = await listener.GetContextAsync();
                Authorizations.Add(call.Request.Headers["Authorization"] ?? "");
                using var body = await JsonDocument.ParseAsync(call.Request.InputStream);
                var answer = call.Request.Headers["X-Amz-Target"] == "AmazonSQS.ReceiveMessage" ? Receive() : Delete(body.RootElement.GetProperty("ReceiptHandle").GetString()!);
                await call.Response.OutputStream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer));
                call.Response.Close();
            }
        }

        // as in a real queue, a message that was shown is hidden for a while
        private object Receive()
        {
            var all = shown ? [] : messages;
            shown = true;
            return new { Messages = all.Select(one => new { MessageId = one.Id, one.Body, ReceiptHandle = one.Id }) };
        }

        private object Delete(string id)
        {
            Deleted.Add(id);
            return new { };
        }
    }
}
