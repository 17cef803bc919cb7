namespace AbuseDesk.Mail.Receiving;

/// <summary>A Maildir: what lies in <c>new</c> is read, and goes to <c>cur</c> with the flag of what was seen.</summary>
internal sealed class Maildir : Mailbox
{
    public const string Prefix = "maildir:";

    private readonly string folder;

    public Maildir(string folder)
    {
        this.folder = folder;
        if (folder.Length == 0 || !Directory.Exists(Path.Combine(folder, "new")))
            throw new DeskException($"ABUSEDESK_MAIL_IN names no Maildir: {(folder.Length == 0 ? "no folder" : folder)} has no folder “new”; name the folder that holds new and cur.");
    }

    public override Task<IReadOnlyList<MailboxMessage>> UnreadAsync(int most, CancellationToken cancel) => Task.FromResult<IReadOnlyList<MailboxMessage>>(
    [
        .. new DirectoryInfo(Path.Combine(folder, "new")).EnumerateFiles().Where(file => !file.Name.StartsWith('.'))
            .OrderBy(file => file.Name, StringComparer.Ordinal).Take(most)
            .Select(file => new MailboxMessage(file.Name, () => File.ReadAllBytesAsync(file.FullName, cancel), () => DoneAsync(file))),
    ]);

    public override string ToString() => $"the Maildir {folder}";

    private Task DoneAsync(FileInfo file)
    {
        Directory.CreateDirectory(Path.Combine(folder, "cur"));
        // another node may have moved it meanwhile
        if (File.Exists(file.FullName)) File.Move(file.FullName, Path.Combine(folder, "cur", file.Name.Split(':')[0] + ":2,S"), overwrite: true);
        return Task.CompletedTask;
    }
}
