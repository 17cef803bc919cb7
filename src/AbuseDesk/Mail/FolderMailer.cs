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
            Remove(unfinished);
            return new Delivery.Unavailable($"The folder {folder} cannot be written ({e.Message.TrimEnd('.')}); see to its rights and to the room on its disk, or name another in ABUSEDESK_MAIL.");
        }
    }

    public Task<string> ProbeAsync(CancellationToken cancel = default)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $"{Guid.NewGuid():n}.tmp");
            try
            {
                // an empty file would find room on a full disk
                File.WriteAllBytes(trial, new byte[4096]);
            }
            finally
            {
                Remove(trial);
            }

            return Task.FromResult($"The folder {folder} takes mail.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"The folder {folder} cannot be written ({e.Message.TrimEnd('.')}); see to its rights and to the room on its disk, or name another in ABUSEDESK_MAIL.");
        }
    }

    // half a file takes room on a disk that may be full
    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // what cannot be removed is written over by the next attempt
        }
    }

    private static string FileName(QueuedMail mail)
    {
        var name = mail.MessageId[..mail.MessageId.IndexOf('@', StringComparison.Ordinal)].Replace('.', '-');
        return $"{mail.QueuedAt.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{name}.eml";
    }
}
