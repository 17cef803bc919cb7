using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Mail;

public static class MailServices
{
    private const string Folder = "folder:";

    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(provider => SenderIdentity.Read(Path.Combine(Settings(provider).Templates, "brand.yml")))
        .AddSingleton<Outbox>()
        .AddSingleton(Mailer)
        .AddSingleton<OutboxLease>()
        .AddSingleton<DeliveryOutcome>()
        .AddSingleton<ListMail>()
        .AddSingleton<TestMail>()
        .AddSingleton<DeliverMail>();

    private static IMailer Mailer(IServiceProvider provider)
    {
        var settings = Settings(provider);
        return settings.Mail.StartsWith(Folder, StringComparison.Ordinal)
            ? new FolderMailer(settings.Mail[Folder.Length..])
            : new SmtpMailer(SmtpTarget.Parse(settings.Mail), settings.MailPassword, provider.GetRequiredService<SenderIdentity>());
    }

    private static DeskSettings Settings(IServiceProvider provider) => provider.GetRequiredService<DeskSettings>();
}
