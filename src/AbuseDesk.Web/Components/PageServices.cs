using AbuseDesk.Notices.Templates;
using AbuseDesk.Web.SignIn;

namespace AbuseDesk.Web.Components;

internal static class PageServices
{
    public static void AddDeskPages(this IServiceCollection services)
    {
        services.AddScoped<AuditorsReadOnly>();
        services.AddRazorPages(options => options.Conventions.AddPageRoute("/Notices/Draft", "/cases/{case}/notices/draft"))
            .AddMvcOptions(options => options.Filters.AddService<AuditorsReadOnly>());
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddSingleton<Sprite>();
        services.AddSingleton<DeskTimes>();
        services.AddSingleton(provider => Brand.Read(provider.GetRequiredService<DeskSettings>().Templates));
        services.AddSingleton<Pages.Shared.RailCounts>();
        services.AddSingleton<Staff.Colleagues>();
        services.AddSingleton<Pages.Cases.ReadSurroundings>();
        services.AddSingleton<Pages.Cases.ShownEvidence>();
        services.AddSingleton<Pages.Items.ItemRecord>();
        services.AddSingleton<Pages.Reports.FormChoices>();
        services.AddSingleton<Pages.Notices.NoticePage>();
        services.AddSingleton<Pages.Notices.NoticeText>();
        services.AddSingleton<Pages.Notices.ReadDraft>();
        services.AddSingleton<Pages.KnownZones>();
        services.AddSingleton<Pages.Deadlines.ReadDeadlines>();
        services.AddSingleton<Pages.Deadlines.DeadlineActs>();
        services.AddSingleton<Pages.Notices.NoticeActs>();
        services.AddSingleton<Pages.Templates.Workshop>();
        services.AddSingleton<Pages.Users.StaffActs>();
        services.AddSingleton<Pages.Me.AwayActs>();
    }
}
