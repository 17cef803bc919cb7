using System.Globalization;

namespace AbuseDesk.Mail;

/// <summary>
/// Writes each mail as a file, named by its queueing instant (UTC), kind, reference and the hash of its Message-ID:
/// a repeated attempt writes the same file again.
/// </summary>
public sealed class FolderMailer(string folder) : IMailer
{
    public async Task<Delivery> SendAsync(QueuedMail mail, CancellationToken cancel = default)
    {
        var path = Path.Combine(folder, FileName(mail));
        var unfinished = path + ".tmp";
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = File.Create(unfinished))
            {
                await file.WriteAsync(mail.Mime, cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            return new Delivery.Sent(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Delivery.Unavailable($"The folder {folder} cannot be written: {e.Message}");
        }
    }

    public Task<string> ProbeAsync(CancellationToken cancel = default)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $"{Guid.NewGuid():n}.tmp");
            File.WriteAllText(trial, "");
            File.Delete(trial);
            return Task.FromResult($"The folder {folder} takes mail.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"The folder {folder} cannot be written: {e.Message}");
        }
    }

    private static string FileName(QueuedMail mail)
    {
        var name = mail.MessageId[..mail.MessageId.IndexOf('@', StringComparison.Ordinal)].Replace('.', '-');
        return $"{mail.QueuedAt.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{name}.eml";
    }
}
