using System.Text;
using AbuseDesk.Mail;
using AbuseDesk.Mail.Receiving;

namespace AbuseDesk.Reports.Mailbox;

/// <summary>What one pass over the queue did.</summary>
/// <param name="Matched">Events about mail of this desk.</param>
/// <param name="Left">Messages that stay in the queue: about mail that this desk does not know, or no event at all, each in one sentence.</param>
public sealed record ReceivedEvents(int Matched, IReadOnlyList<string> Left);

/// <summary>
/// One pass over the queue that <c>ABUSEDESK_MAIL_EVENTS</c> names. A message is deleted only once what it says is kept; one that is
/// about a mail whose sending is not on record yet comes again later.
/// </summary>
public sealed class ReceiveEvents(DeskSettings settings, TakeSesEvent take, TimeProvider clock)
{
    private const int MostInAPass = 50;

    /// <exception cref="DeskException">No queue is set, or it cannot be read.</exception>
    public async Task<ReceivedEvents> RunAsync(CancellationToken cancel = default)
    {
        if (settings.MailEvents is not { } address)
            throw new DeskException("No queue is named; set ABUSEDESK_MAIL_EVENTS to the address of a queue of Amazon SQS, or name a file.");
        using var queue = new SqsReader(address, MailServices.AwsAsync, clock);
        var (matched, left) = (0, new List<string>());
        for (var round = 0; round < MostInAPass && await queue.ReceiveAsync(cancel) is { Count: > 0 } messages; round++)
        {
            foreach (var message in messages)
            {
                var taken = await TakeAsync(message, left, cancel);
                if (taken == TakenEvent.Matched) matched++;
                if (taken is TakenEvent.Matched or TakenEvent.SaysNothing) await queue.DeleteAsync(message, cancel);
            }
        }

        return new ReceivedEvents(matched, left);
    }

    /// <summary>The pass of a worker: nothing where no queue is set.</summary>
    public Task WorkAsync(CancellationToken cancel = default) => settings.MailEvents is null ? Task.CompletedTask : RunAsync(cancel);

    private async Task<TakenEvent?> TakeAsync(QueueMessage message, List<string> left, CancellationToken cancel)
    {
        try
        {
            var taken = await take.RunAsync(Actor.Worker, Encoding.UTF8.GetBytes(message.Body), $"{message.Id}.json", cancel);
            if (taken == TakenEvent.Unknown) left.Add($"Message {message.Id} is about a mail that this desk does not know.");
            return taken;
        }
#pragma warning disable CA1031 // whatever is wrong with one message, the others are read
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            left.Add($"Message {message.Id}: {problem.Message}");
            return null;
        }
#pragma warning restore CA1031
    }
}
