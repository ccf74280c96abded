using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Tests.Layout;
using Xunit;

namespace Wuzha.Platform.Tests.Forms;

public sealed class FieldInputTests
{
    private static readonly TextField Name = new("name", "名称") { Hint = "全称", Max = 40 };
    private static readonly NumberField People = new("people", "人数") { Unit = "人" };
    private static readonly DayField HeldOn = new("heldOn", "日期");
    private static readonly ChoiceField Kind = new("kind", "类型") { Options = [("a", "宣讲"), ("b", "班会")] };

    private static Task<IHtmlDocument> Shown(Field field, Form form) => Rendered.Of<FieldInput>(new { Field = field, Form = form });

    [Fact]
    public async Task The_label_belongs_to_the_input_and_the_hint_describes_it()
    {
        var page = await Shown(Name, Form.Empty());

        var input = page.QuerySelector<IHtmlInputElement>("input[name=name]")!;
        Assert.Equal("名称", page.QuerySelector($"label[for={input.Id}]")!.TextContent);
        Assert.Equal("全称", page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task What_was_typed_stays_and_the_error_is_tied_to_the_input()
    {
        var form = Form.Empty(("people", "一百二"));
        form.Read(People);

        var page = await Shown(People, form);

        var input = page.QuerySelector<IHtmlInputElement>("input[name=people]")!;
        Assert.Equal("一百二", input.Value);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains("不是整数", page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.Equal("人", page.QuerySelector(".unit")!.TextContent);
    }

    [Theory]
    [InlineData("", "date")]
    [InlineData("2026-05-12", "date")]
    [InlineData("2026年5月12日", "text")]
    [InlineData("下周五", "text")]
    public async Task A_day_is_picked_unless_what_was_typed_would_be_lost(string typed, string type)
    {
        var page = await Shown(HeldOn, Form.Empty(("heldOn", typed)));

        var input = page.QuerySelector<IHtmlInputElement>("input[name=heldOn]")!;
        Assert.Equal(type, input.GetAttribute("type"));
        Assert.Equal(typed, input.GetAttribute("value"));
    }

    [Fact]
    public async Task Few_options_are_radios_in_a_named_group_and_the_chosen_one_stays()
    {
        var page = await Shown(Kind, Form.Empty(("kind", "b")));

        Assert.Equal("类型", page.QuerySelector("fieldset > legend")!.TextContent);
        Assert.Equal("b", page.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Single(radio => radio.IsChecked).Value);
    }

    [Theory]
    [InlineData("b", "b")]
    [InlineData("", "")]
    public async Task A_choice_that_may_be_left_open_can_be_taken_back(string typed, string chosen)
    {
        var page = await Shown(Kind with { Optional = true }, Form.Empty(("kind", typed)));

        var radios = page.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").ToList();
        Assert.Equal("", radios[^1].Value);
        Assert.Equal(chosen, radios.Single(radio => radio.IsChecked).Value);
    }

    [Fact]
    public async Task Many_options_are_a_select_and_the_chosen_one_stays()
    {
        var field = Kind.With(Enumerable.Range(1, 6).Select(at => ($"k{at}", $"第{at}种")));

        var page = await Shown(field, Form.Empty(("kind", "k4")));

        Assert.Equal("k4", page.QuerySelector<IHtmlSelectElement>("select[name=kind]")!.Value);
    }

    [Fact]
    public async Task A_password_is_never_shown_again()
    {
        var page = await Shown(new SecretField("password", "密码"), Form.Empty(("password", "Qingxi-2026")));

        Assert.DoesNotContain("Qingxi-2026", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_text_and_never_markup()
    {
        var page = await Shown(Name, Form.Empty(("name", "\"><script>x</script>")));

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal("\"><script>x</script>", page.QuerySelector<IHtmlInputElement>("input[name=name]")!.Value);
    }

    [Fact]
    public async Task The_summary_leads_to_every_wrong_field_and_the_form_carries_its_token()
    {
        var form = Form.Empty();
        form.Read(Name);
        form.Read(Kind);

        var page = await Rendered.Of<FormView>(
            new
            {
                Form = form,
                Action = "/gatherings",
                Submit = "保存活动",
                ChildContent = (Microsoft.AspNetCore.Components.RenderFragment)(
                    builder =>
                    {
                        foreach (var field in new Field[] { Name, Kind })
                        {
                            builder.OpenComponent<FieldInput>(0);
                            builder.AddComponentParameter(1, nameof(FieldInput.Field), field);
                            builder.CloseComponent();
                        }
                    }
                ),
            }
        );

        var links = page.QuerySelectorAll<IHtmlAnchorElement>(".error-summary a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(2, links.Count);
        Assert.All(links, id => Assert.IsType<IHtmlInputElement>(page.GetElementById(id), exactMatch: false));
        Assert.Equal("token", page.QuerySelector<IHtmlInputElement>("form input[name=form-token]")!.Value);
    }
}
