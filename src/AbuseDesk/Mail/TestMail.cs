using AbuseDesk.Database;

namespace AbuseDesk.Mail;

/// <summary>Sends one mail past the outbox, to prove that mail leaves the house.</summary>
public sealed class TestMail(DeskDatabase database, IMailer mailer, SenderIdentity sender)
{
    /// <param name="address">Who is to get it.</param>
    /// <param name="cancel">Ends the attempt.</param>
    /// <returns>Where it went: the path of a file, or the server and its answer.</returns>
    /// <exception cref="DeskException">The address is none, or the mail was not taken; the sentence says why.</exception>
    public async Task<string> RunAsync(string address, CancellationToken cancel = default)
    {
        var mail = new OutgoingMail
        {
            Kind = "test",
            Ref = "mail",
            Identity = Guid.NewGuid().ToString("n"),
            To = [new MailParty("", address)],
            Subject = $"A test of {sender.Name}",
            Text = "This mail was sent to see whether mail leaves the house. Nobody has to answer it.\n",
            Automatic = true,
        };
        var composed = ComposedMail.Of(mail, sender, database.Now);
        var delivery = await mailer.SendAsync(
            new QueuedMail
            {
                Id = 0,
                MessageId = composed.MessageId,
                Kind = mail.Kind,
                Recipients = address,
                Subject = mail.Subject,
                Attempts = 0,
                QueuedAt = database.Now,
                MimeSha256 = composed.Sha256,
                Mime = composed.Mime,
            },
            cancel);
        return delivery switch
        {
            Delivery.Sent sent => sent.To,
            Delivery.Later later => throw new DeskException($"The mail was put off: {later.Reason}"),
            Delivery.Refused refused => throw new DeskException($"The mail was refused: {refused.Reason}"),
            Delivery.Unavailable unavailable => throw new DeskException(unavailable.Reason),
            _ => throw new InvalidOperationException($"{delivery} is no outcome."),
        };
    }
}
