using AbuseDesk.Database;
using AbuseDesk.Mail.Receiving;
using NodaTime;

namespace AbuseDesk.Reports.Mailbox;

/// <summary>What one pass over the mailbox did.</summary>
/// <param name="OnCases">Mails that landed on their case.</param>
/// <param name="Reports">Reports about mails that the desk sent.</param>
/// <param name="Intake">Mails that wait for somebody.</param>
/// <param name="Known">Mails that were read before.</param>
/// <param name="Problems">Messages that could not be taken, each in one sentence; they stay where they are.</param>
public sealed record ReceivedMails(int OnCases, int Reports, int Intake, int Known, IReadOnlyList<string> Problems);

/// <summary>
/// One pass over the mailbox that <c>ABUSEDESK_MAIL_IN</c> names. A message is marked as read only once the desk has kept it, and one
/// that was read twice is kept once: a pass may end anywhere. One message never keeps the others back. Nothing is ever answered.
/// </summary>
public sealed class ReceiveMail(DeskDatabase database, DeskSettings settings, TakeIn takeIn)
{
    private const int MostInAPass = 500;
    private static readonly Duration BetweenLooks = Duration.FromMinutes(1);
    private static readonly Duration BetweenTries = Duration.FromMinutes(10);

    // a message that cannot be taken is not fetched again in every round of the workers
    private readonly Dictionary<string, Instant> putOff = [];
    private Instant nextLook = Instant.MinValue;

    /// <summary>Whether there is a mailbox to read.</summary>
    public bool IsSet => settings.MailIn is not null;

    /// <exception cref="DeskException">No mailbox is set, or it cannot be opened.</exception>
    public async Task<ReceivedMails> RunAsync(CancellationToken cancel = default)
    {
        if (settings.MailIn is not { } setting)
            throw new DeskException("No mailbox is named; set ABUSEDESK_MAIL_IN to maildir: and a folder, or to imaps:// and a mailbox.");
        await using var mailbox = await AbuseDesk.Mail.Receiving.Mailbox.OpenAsync(setting, settings.MailInPassword, cancel);
        var (took, known, problems) = (new List<IncomingStatus>(), 0, new List<string>());
        foreach (var message in await mailbox.UnreadAsync(MostInAPass, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (putOff.TryGetValue(message.Name, out var until) && database.Now < until) continue;
            try
            {
                var status = await takeIn.RunAsync(ReadIncoming.Read(await message.ReadAsync(), database.Now), cancel);
                if (status is { } kept) took.Add(kept);
                else known++;
                await message.DoneAsync();
            }
#pragma warning disable CA1031 // whatever is wrong with one message, the others are read
            catch (Exception problem) when (!cancel.IsCancellationRequested)
            {
                problems.Add($"{message.Name} in {mailbox}: {problem.Message}");
                putOff[message.Name] = database.Now + BetweenTries;
            }
#pragma warning restore CA1031
        }

        return new ReceivedMails(Count(IncomingStatus.OnCase), Count(IncomingStatus.Noted), Count(IncomingStatus.Intake), known, problems);

        int Count(IncomingStatus status) => took.Count(one => one == status);
    }

    /// <summary>The pass of a worker, once a minute: nothing where no mailbox is set.</summary>
    /// <exception cref="DeskException">The mailbox cannot be opened, or a message of it cannot be taken.</exception>
    public async Task WorkAsync(CancellationToken cancel = default)
    {
        if (!IsSet || database.Now < nextLook) return;
        nextLook = database.Now + BetweenLooks;
        if (await RunAsync(cancel) is { Problems: { Count: > 0 } problems })
            throw new DeskException(string.Join(" ", problems.Take(5)));
    }
}
