using System.Collections.Concurrent;
using AbuseDesk.Mail;

namespace AbuseDesk.Tests.Mail;

/// <summary>Answers every attempt as it is told, and keeps the Message-IDs.</summary>
internal sealed class RecordingMailer(Func<QueuedMail, Delivery> answer) : IMailer
{
    public ConcurrentQueue<string> Sent { get; } = [];

    public async Task<Delivery> SendAsync(QueuedMail mail, CancellationToken cancel = default)
    {
        Sent.Enqueue(mail.MessageId);
        await Task.Yield();
        return answer(mail);
    }

    public Task<string> ProbeAsync(CancellationToken cancel = default) => Task.FromResult("It would.");
}
