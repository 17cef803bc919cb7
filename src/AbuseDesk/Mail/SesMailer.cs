using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace AbuseDesk.Mail;

/// <summary>
/// Hands mail to Amazon SES (API v2, raw message). The SDK's client is not to be had from the registry that the project restores
/// from; this class is all that would change for it. SES writes a Message-ID of its own into what it sends on, and answers with it.
/// </summary>
/// <param name="target">Region, configuration set, endpoint.</param>
/// <param name="credentials">The AWS credentials: the usual chain of environment, profile and role.</param>
/// <param name="sender">Whose address the mail is from.</param>
/// <param name="clock">For the signature.</param>
/// <param name="http">Null for a client of its own.</param>
public sealed class SesMailer(SesTarget target, Func<Task<ImmutableCredentials>> credentials, SenderIdentity sender, TimeProvider clock, HttpClient? http = null) : IMailer, IDisposable
{
    // codes that say that no mail at all can be sent at present
    private static readonly string[] NoMailAtAll =
        ["AccountSuspendedException", "SendingPausedException", "MailFromDomainNotVerifiedException", "AccessDeniedException", "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch", "ExpiredTokenException", "NotFoundException"];

    // what is not named must not be sent as null: a strict reader refuses that
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient client = http ?? new HttpClient { Timeout = TimeSpan.FromMinutes(2) };

    public async Task<Delivery> SendAsync(QueuedMail mail, CancellationToken cancel = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Content = new { Raw = new { Data = Convert.ToBase64String(mail.Mime) } },
            Destination = new { ToAddresses = mail.Recipients.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) },
            FromEmailAddress = sender.Address,
            ConfigurationSetName = target.ConfigurationSet,
        }, WithoutNulls);
        try
        {
            using var answer = await CallAsync(HttpMethod.Post, "/v2/email/outbound-emails", body, cancel);
            return await ReadAsync(answer, cancel);
        }
        catch (AmazonClientException e)
        {
            return new Delivery.Unavailable($"There are no AWS credentials to use: {e.Message}");
        }
        catch (HttpRequestException e)
        {
            return new Delivery.Unavailable($"{target} cannot be reached: {e.Message}");
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            // it may have been taken; the same Message-ID lets the reader's mail program see that it is the same
            return new Delivery.Later($"{target} gave no answer in time.");
        }
    }

    public async Task<string> ProbeAsync(CancellationToken cancel = default)
    {
        try
        {
            using var answer = await CallAsync(HttpMethod.Get, "/v2/email/account", [], cancel);
            if (!answer.IsSuccessStatusCode) throw new DeskException(Reason(answer, await answer.Content.ReadAsStringAsync(cancel)).Text);
            using var account = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            var enabled = account.RootElement.TryGetProperty("SendingEnabled", out var flag) && flag.GetBoolean();
            return enabled ? $"{target} takes mail." : throw new DeskException($"{target} does not send for this account at present.");
        }
        catch (Exception e) when (e is AmazonClientException or HttpRequestException or TaskCanceledException)
        {
            throw new DeskException($"{target} cannot be used: {e.Message}");
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, byte[] body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(target.Endpoint, path));
        AwsSignature.Sign(request, body, await credentials(), target.Region, "ses", clock.GetUtcNow());
        if (body.Length > 0) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await client.SendAsync(request, cancel);
    }

    private async Task<Delivery> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (answer.IsSuccessStatusCode)
        {
            using var taken = JsonDocument.Parse(text);
            var id = taken.RootElement.GetProperty("MessageId").GetString();
            return new Delivery.Sent($"{target}: {id}", ServerId: id);
        }

        var (code, reason) = Reason(answer, text);
        return NoMailAtAll.Contains(code) ? new Delivery.Unavailable(reason)
            : (int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout ? new Delivery.Later(reason)
            : new Delivery.Refused(reason);
    }

    private (string Code, string Text) Reason(HttpResponseMessage answer, string text)
    {
        // "MessageRejected:http://…" or "com.amazonaws…#MessageRejected"
        var code = answer.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.First().Split(':')[0].Split('#')[^1] : "";
        var said = text;
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.TryGetProperty("message", out var message) || json.RootElement.TryGetProperty("Message", out message)) said = message.GetString() ?? text;
        }
        catch (JsonException)
        {
            // what is no JSON is said as it is
        }

        return (code, $"{target} answers {(int)answer.StatusCode}{(code.Length > 0 ? $" {code}" : "")}: {Shown.Briefly(said)}");
    }
}
