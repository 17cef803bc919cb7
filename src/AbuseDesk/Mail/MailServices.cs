using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Mail;

public static class MailServices
{
    private const string Folder = "folder:";

    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(provider => SenderIdentity.Read(Path.Combine(Settings(provider).Templates, "brand.yml")))
        .AddSingleton<Outbox>()
        .AddSingleton<IMailer>(provider => new FolderMailer(Settings(provider).Mail[Folder.Length..]))
        .AddSingleton<OutboxLease>()
        .AddSingleton<DeliveryOutcome>()
        .AddSingleton<ListMail>()
        .AddSingleton<DeliverMail>();

    private static DeskSettings Settings(IServiceProvider provider) => provider.GetRequiredService<DeskSettings>();
}
