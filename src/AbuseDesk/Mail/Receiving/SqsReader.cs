using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace AbuseDesk.Mail.Receiving;

/// <summary>A message of a queue; it comes again unless it is deleted.</summary>
public sealed record QueueMessage(string Id, string Body, string ReceiptHandle);

/// <summary>A queue of Amazon SQS that SES, or SNS in between, publishes events of mails to.</summary>
/// <param name="address">The queue: <c>https://sqs.eu-west-1.amazonaws.com/123456789012/NAME</c>.</param>
/// <param name="credentials">The AWS credentials: the usual chain of environment, profile and role.</param>
/// <param name="clock">For the signature.</param>
public sealed partial class SqsReader(string address, Func<Task<ImmutableCredentials>> credentials, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 10;

    private readonly HttpClient client = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly Uri queue = Parse(address);

    /// <summary>Some of the messages that lie there; empty where none does.</summary>
    /// <exception cref="DeskException">The queue cannot be read; the sentence says why.</exception>
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(CancellationToken cancel)
    {
        using var answer = await CallAsync("ReceiveMessage", new { QueueUrl = queue.GetLeftPart(UriPartial.Path), MaxNumberOfMessages = AtOnce }, cancel);
        return answer.RootElement.TryGetProperty("Messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? [.. messages.EnumerateArray().Select(one => new QueueMessage(Text(one, "MessageId"), Text(one, "Body"), Text(one, "ReceiptHandle")))]
            : [];
    }

    /// <exception cref="DeskException">It could not be deleted, and comes again.</exception>
    public async Task DeleteAsync(QueueMessage message, CancellationToken cancel)
    {
        using var _ = await CallAsync("DeleteMessage", new { QueueUrl = queue.GetLeftPart(UriPartial.Path), message.ReceiptHandle }, cancel);
    }

    public void Dispose() => client.Dispose();

    private async Task<JsonDocument> CallAsync(string action, object request, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request);
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(queue, "/"));
        call.Headers.TryAddWithoutValidation("X-Amz-Target", $"AmazonSQS.{action}");
        try
        {
            AwsSignature.Sign(call, body, await credentials(), RegionName().Match(queue.Host) is { Success: true } named ? named.Groups[1].Value : "us-east-1", "sqs", clock.GetUtcNow());
            call.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0") } };
            using var answer = await client.SendAsync(call, cancel);
            var text = await answer.Content.ReadAsStringAsync(cancel);
            return answer.IsSuccessStatusCode
                ? JsonDocument.Parse(text.Length > 0 ? text : "{}")
                : throw new DeskException($"The queue {queue} answers {(int)answer.StatusCode}: {Shown.Briefly(text)}");
        }
        catch (Exception e) when (e is AmazonClientException or HttpRequestException or JsonException || e is TaskCanceledException && !cancel.IsCancellationRequested)
        {
            throw new DeskException($"The queue {queue} cannot be used: {e.Message}", e);
        }
    }

    private static Uri Parse(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri is { Scheme: "http", IsLoopback: true }) && uri.AbsolutePath.Length > 1
            ? uri
            : throw new DeskException("ABUSEDESK_MAIL_EVENTS names no queue; write it as https://sqs.eu-west-1.amazonaws.com/123456789012/NAME.");

    private static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    [GeneratedRegex(@"^sqs\.([a-z0-9-]+)\.", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();
}
