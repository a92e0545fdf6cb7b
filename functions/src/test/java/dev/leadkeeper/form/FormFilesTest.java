package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormFilesTest {
    @TestFactory
    List<DynamicTest> every_file_holds_a_form_of_its_name_with_a_sample_secret() {
        return SampleForms.files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            var form = SampleForms.of(SampleForms.read(file));
            assertEquals(file.getFileName().toString(), form.id() + ".yaml");
            assertFalse(SampleForms.secrets().live(form.secret()).isEmpty(), "no secret for " + form.id());
        })).toList();
    }

    @Test
    void a_form_is_the_same_after_it_was_stored_as_json() {
        for (var file : SampleForms.files()) {
            @SuppressWarnings("unchecked") // the files' keys are text
            var document = (Map<String, Object>) SampleForms.document(SampleForms.read(file));
            assertTrue(FormReader.read(Json.readOwn(Json.write(document))) instanceof FormDefinition, file.toString());
        }
    }

    @Test
    void the_sample_organisation_has_the_forms_that_are_promised() {
        assertTrue(SampleForms.all().keySet().containsAll(List.of("demo", "tally", "meta", "wjx", "typeform", "jinshuju", "elementor",
                "jotform", "webflow", "google-ads", "google-forms", "youzan", "cloudevents")));
    }
}
